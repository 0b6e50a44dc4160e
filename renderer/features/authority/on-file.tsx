import { Anchor } from '@mantine/core'
import { caseHref } from '#renderer/ui/links.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './authority.module.css'
import type { InstrumentView } from './queries.ts'

interface OnFileProps {
  readonly caseId: string
  readonly views: readonly InstrumentView[]
  readonly shownId: string
}

/** Every order and agreement of the case over time, the newest first. */
export function OnFile({ caseId, views, shownId }: OnFileProps) {
  return (
    <section className={classes.onFile} aria-labelledby="authority-on-file">
      <h2 className={classes.stateTitle} id="authority-on-file">
        {t('authority.onFile')}
      </h2>
      <ul>
        {views.toReversed().map(({ entry, notInForce }) => (
          <li key={entry.id} data-shown={entry.id === shownId || undefined}>
            <Anchor
              href={caseHref(caseId, 'authority', entry.id)}
              aria-current={entry.id === shownId ? 'true' : undefined}
            >
              {entry.head.title}
            </Anchor>
            <span className={classes.hint}>
              {formatDate(entry.head.madeOn)} ·{' '}
              {notInForce === null ? t('authority.state.inForce') : t('authority.state.notInForce')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
