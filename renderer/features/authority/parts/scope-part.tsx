import { Checkbox } from '@mantine/core'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { issueCodes, issueNames, type IssueCode } from '#shared/domain/authority/issue-codes.ts'
import { t } from '#shared/i18n/index.ts'
import classes from '../authority.module.css'
import type { InstrumentView } from '../queries.ts'
import { tickDelayMs, usePart } from '../use-part.ts'

/** The subjects that may be decided, ticked one by one from the paper. */
export function ScopePart({ view: { entry } }: { readonly view: InstrumentView }) {
  const draft = usePart<readonly IssueCode[]>(
    entry.id,
    entry.head.issues,
    (issues) => ({ issues: [...issues] }),
    tickDelayMs,
  )
  const ticked = new Set(draft.value)
  const toggle = (code: IssueCode) =>
    draft.change(ticked.has(code) ? draft.value.filter((each) => each !== code) : [...draft.value, code])
  return (
    <Section
      title={t('authority.scope.title')}
      description={t('authority.scope.lead')}
      action={
        <p className={classes.count} role="status">
          {t('authority.scope.count', { count: ticked.size, all: issueCodes.length })}
        </p>
      }
    >
      <ul className={classes.ticks} aria-label={t('authority.scope.legend')}>
        {issueCodes.map((code) => (
          <li key={code}>
            <Checkbox
              checked={ticked.has(code)}
              onChange={() => toggle(code)}
              label={
                <span className={classes.coded}>
                  <span className={classes.code}>{code}</span>
                  <span>{issueNames[code]}</span>
                </span>
              }
            />
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={draft.problem} />
    </Section>
  )
}
