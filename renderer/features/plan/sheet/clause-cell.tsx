import { Button } from '@mantine/core'
import type { Clause } from '#shared/domain/plan/plan.ts'
import { t } from '#shared/i18n/index.ts'
import { markMatches } from './mark-matches.ts'
import classes from './sheet.module.css'

interface ClauseCellProps {
  readonly clause: Clause
  readonly searched: string
  readonly isTarget: boolean
  readonly onEdit: (clauseId: string) => void
}

/** One clause as it is cited: number, heading, words. */
export function ClauseCell({ clause, searched, isTarget, onEdit }: ClauseCellProps) {
  const { id, citation, heading, text } = clause
  return (
    <article className={classes.clause} data-clause={id} data-target={isTarget || undefined}>
      <header className={classes.clauseHead}>
        <h2 className={classes.title} dir="auto">
          <span className={classes.citation}>¶ {citation}</span>
          {heading !== '' && <span className={classes.heading}>{marked(heading, searched)}</span>}
        </h2>
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.change}
          aria-label={t('plan.sheet.edit', { citation })}
          onClick={() => onEdit(id)}
        >
          {t('plan.sheet.editShort')}
        </Button>
      </header>
      <p className={classes.text} dir="auto">
        {marked(text, searched)}
      </p>
    </article>
  )
}

function marked(text: string, searched: string) {
  return markMatches(text, searched).map(({ text: part, isMatch }, index) =>
    isMatch ? <mark key={index}>{part}</mark> : part,
  )
}
