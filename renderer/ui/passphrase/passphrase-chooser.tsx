import { Radio } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { t } from '#shared/i18n/index.ts'
import { OwnPassphrase } from './own-passphrase.tsx'
import classes from './passphrase-chooser.module.css'
import type { PassphraseTools } from './passphrase-tools.ts'
import { SixWords } from './six-words.tsx'

export interface PassphraseChoice {
  readonly kind: 'words' | 'own'
  readonly passphrase: string
  /** Whether it is strong enough to be used. */
  readonly isFit: boolean
}

interface PassphraseChooserProps {
  readonly tools: PassphraseTools
  readonly choice: PassphraseChoice
  readonly onChange: (choice: PassphraseChoice) => void
}

/** The first choice: six words, which the chooser makes. */
export const firstChoice: PassphraseChoice = { kind: 'words', passphrase: '', isFit: false }

/** Offers six made words first, or a passphrase of one's own with its strength. */
export function PassphraseChooser({ tools, choice, onChange }: PassphraseChooserProps) {
  const [words, setWords] = useState(choice.kind === 'words' ? choice.passphrase : '')
  const offer = (made: string) => {
    setWords(made)
    onChange({ kind: 'words', passphrase: made, isFit: made !== '' })
  }
  const makeWords = async () => offer(await tools.generate())
  const makeFirstWords = useEffectEvent(() => void makeWords())
  const pick = (kind: string) =>
    kind === 'words' ? offer(words) : onChange({ kind: 'own', passphrase: '', isFit: false })

  const needsWords = choice.kind === 'words' && choice.passphrase === ''
  useEffect(() => {
    if (needsWords) makeFirstWords()
  }, [needsWords])

  return (
    <div className={classes.chooser}>
      <Radio.Group aria-label={t('ui.passphrase.kind')} value={choice.kind} onChange={pick}>
        <div className={classes.kinds}>
          <Radio value="words" label={t('ui.passphrase.words')} description={t('ui.passphrase.wordsHint')} />
          <Radio value="own" label={t('ui.passphrase.own')} description={t('ui.passphrase.ownHint')} />
        </div>
      </Radio.Group>
      {choice.kind === 'words' ? (
        <SixWords words={words} onAnother={() => void makeWords()} />
      ) : (
        <OwnPassphrase
          passphrase={choice.passphrase}
          strength={tools.strength}
          onChange={(passphrase, isFit) => onChange({ kind: 'own', passphrase, isFit })}
        />
      )}
    </div>
  )
}
