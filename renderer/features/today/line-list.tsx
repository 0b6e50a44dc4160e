import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import { caseHref } from '#renderer/ui/links.ts'
import { t } from '#shared/i18n/index.ts'
import type { Line } from './clock-lines.ts'
import { lineWords, whenWords } from './line-words.ts'
import classes from './today.module.css'

interface LineListProps {
  readonly label: string
  readonly lines: readonly Line[]
  readonly missing: ReadonlyMap<string, number>
}

/** So many lines are drawn at first, and so many more each time they are asked for. */
const drawnAtOnce = 40

/** Lines of Today: when, what, whose; each leads to where it is dealt with. */
export function LineList({ label, lines, missing }: LineListProps) {
  const [drawn, setDrawn] = useState(drawnAtOnce)
  const more = lines.length - drawn
  return (
    <>
      <ul className={classes.lines} aria-label={label}>
        {lines.slice(0, drawn).map((line) => (
          <LineRow key={line.key} line={line} missing={missing.get(line.facts['decisionId'] ?? '')} />
        ))}
      </ul>
      {more > 0 && (
        <Button
          variant="default"
          size="compact-sm"
          className={classes.more}
          onClick={() => setDrawn(drawn + drawnAtOnce)}
        >
          {t('today.showMore', { count: more })}
        </Button>
      )}
    </>
  )
}

function LineRow({ line, missing }: { readonly line: Line; readonly missing: number | undefined }) {
  const when = whenWords(line)
  return (
    <li className={classes.line} data-kind={line.kind}>
      <span className={classes.when}>
        <span className={classes.relative}>{when.words}</span>
        <span className={classes.date}>{when.date}</span>
      </span>
      <Anchor href={hrefOf(line)} className={classes.what}>
        {lineWords(line, missing)}
      </Anchor>
      <span className={classes.family}>
        {line.family}
        {line.isSample && <span className={classes.sample}>{t('today.sampleMark')}</span>}
      </span>
    </li>
  )
}

function hrefOf({ caseId, place: [section, ...rest] }: Line): string {
  return caseId === null ? '#/settings' : caseHref(caseId, section, ...rest)
}
