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

/** One clause as it is cited: number, heading, words. A plain button: there may be thousands of them. */
export function ClauseCell({ clause, searched, isTarget, onEdit }: ClauseCellProps) {
  const changeWord = t('plan.sheet.editShort')
  const { id, citation, heading, text } = clause
  return (
    <article className={classes.clause} data-clause={id} data-target={isTarget || undefined}>
      <h2 className={classes.citation} aria-label={t('ui.clause', { citation })}>
        ¶ {citation}
      </h2>
      <div className={classes.words} dir="auto">
        {heading !== '' && <p className={classes.heading}>{marked(heading, searched)}</p>}
        {text !== '' && <p className={classes.text}>{marked(text, searched)}</p>}
      </div>
      <button
        type="button"
        className={classes.change}
        aria-label={t('plan.sheet.edit', { citation })}
        onClick={() => onEdit(id)}
      >
        {changeWord}
      </button>
    </article>
  )
}

function marked(text: string, searched: string) {
  return markMatches(text, searched).map(({ text: part, isMatch }, index) =>
    isMatch ? <mark key={index}>{part}</mark> : part,
  )
}
