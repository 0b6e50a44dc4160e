import { PasswordInput, Progress } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { t } from '#shared/i18n/index.ts'
import classes from './passphrase-chooser.module.css'
import type { PassphraseTools, Strength } from './passphrase-tools.ts'

interface OwnPassphraseProps {
  readonly passphrase: string
  readonly strength: PassphraseTools['strength']
  readonly onChange: (passphrase: string, isFit: boolean) => void
}

const levels = ['weak', 'weak', 'fair', 'good', 'strong'] as const
const colors = ['red', 'red', 'yellow', 'green', 'green'] as const
const fitFrom = 3
const shortest = 12

/** A passphrase of one's own, with its strength in a bar, a word and a sentence. */
export function OwnPassphrase({ passphrase, strength, onChange }: OwnPassphraseProps) {
  const [judged, setJudged] = useState<Strength>({ score: 0, hint: undefined })
  const latest = useRef('')

  const change = async (next: string) => {
    latest.current = next
    onChange(next, false)
    const found = await strength(next)
    if (latest.current !== next) return
    setJudged(found)
    onChange(next, isFit(next, found))
  }

  // Coming back to this step, the strength of what stands here is judged anew.
  const first = useRef(passphrase)
  useEffect(() => {
    if (first.current === '') return
    void strength(first.current).then(setJudged)
  }, [strength])

  const score = Math.max(0, Math.min(4, judged.score))
  return (
    <div className={classes.own}>
      <PasswordInput
        label={t('ui.passphrase.label')}
        value={passphrase}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('ui.passphrase.show'), tabIndex: 0 }}
        data-autofocus
        onChange={(event) => void change(event.currentTarget.value)}
      />
      {passphrase !== '' && (
        <div role="status">
          <Progress
            value={(score + 1) * 20}
            color={colors[score] ?? 'red'}
            size="sm"
            aria-label={t('ui.passphrase.strength', {
              level: t(`ui.passphrase.levels.${levels[score] ?? 'weak'}`),
            })}
          />
          <p className={classes.level}>
            <strong>
              {t('ui.passphrase.strength', { level: t(`ui.passphrase.levels.${levels[score] ?? 'weak'}`) })}.
            </strong>{' '}
            {adviceFor(passphrase, judged)}
          </p>
        </div>
      )}
    </div>
  )
}

function isFit(passphrase: string, { score }: Strength): boolean {
  return [...passphrase].length >= shortest && score >= fitFrom
}

function adviceFor(passphrase: string, { score, hint }: Strength): string {
  if ([...passphrase].length < shortest) return t('ui.passphrase.tooShort')
  if (score >= fitFrom) return ''
  return hint === 'longer' ? t('ui.passphrase.longer') : t('ui.passphrase.tooWeak')
}
