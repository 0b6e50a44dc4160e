import { Button } from '@mantine/core'
import { IconBan, IconLockOpen } from '@tabler/icons-react'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { exclusionCodes, exclusionNames, type ExclusionCode } from '#shared/domain/authority/issue-codes.ts'
import { t } from '#shared/i18n/index.ts'
import classes from '../authority.module.css'
import type { InstrumentView } from '../queries.ts'
import { tickDelayMs, usePart } from '../use-part.ts'

/** What stays out of the coordinator's hands: blocked until the paper itself lifts it. */
export function ExclusionsPart({ view: { entry } }: { readonly view: InstrumentView }) {
  const draft = usePart<readonly ExclusionCode[]>(
    entry.id,
    entry.head.exclusions,
    (exclusions) => ({ exclusions: [...exclusions] }),
    tickDelayMs,
  )
  const blocked = new Set(draft.value)
  const toggle = (code: ExclusionCode) =>
    draft.change(blocked.has(code) ? draft.value.filter((each) => each !== code) : [...draft.value, code])
  return (
    <Section title={t('authority.exclusions.title')} description={t('authority.exclusions.lead')}>
      <ul className={classes.exclusions}>
        {exclusionCodes.map((code) => (
          <ExclusionRow key={code} code={code} isBlocked={blocked.has(code)} onToggle={() => toggle(code)} />
        ))}
      </ul>
      <RefusalNotice refusal={draft.problem} />
    </Section>
  )
}

interface ExclusionRowProps {
  readonly code: ExclusionCode
  readonly isBlocked: boolean
  readonly onToggle: () => void
}

function ExclusionRow({ code, isBlocked, onToggle }: ExclusionRowProps) {
  const what = `${code} ${exclusionNames[code]}`
  const Symbol = isBlocked ? IconBan : IconLockOpen
  return (
    <li className={classes.exclusion} data-blocked={isBlocked || undefined}>
      <span className={classes.code}>{code}</span>
      <span className={classes.exclusionName}>{exclusionNames[code]}</span>
      <span className={classes.exclusionState}>
        <Symbol size={16} stroke={1.8} aria-hidden />
        {isBlocked ? t('authority.exclusions.blocked') : t('authority.exclusions.lifted')}
      </span>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={
          isBlocked ? t('authority.exclusions.lift', { what }) : t('authority.exclusions.block', { what })
        }
        onClick={onToggle}
      >
        {isBlocked ? t('authority.exclusions.liftShort') : t('authority.exclusions.blockShort')}
      </Button>
    </li>
  )
}
