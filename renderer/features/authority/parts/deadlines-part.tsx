import { Button, Group, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCircleDashed } from '@tabler/icons-react'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { keepFocus } from '#renderer/ui/keep-focus.ts'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { answerDeadline } from '#shared/commands/instruments.ts'
import type { Deadline } from '#shared/domain/authority/instrument.ts'
import { t } from '#shared/i18n/index.ts'
import classes from '../authority.module.css'
import { lineProblem } from '#renderer/ui/line-problem.ts'
import type { InstrumentView } from '../queries.ts'
import { readWhole } from './number-problem.ts'

/** Every number of days that the program may not assume: each is answered with a number or with "not verified". */
export function DeadlinesPart({ view: { entry } }: { readonly view: InstrumentView }) {
  const { deadlines } = entry.head
  if (deadlines.length === 0) return <p className={classes.hint}>{t('authority.deadlines.none')}</p>
  return (
    <ul className={classes.deadlines} id="authority-deadlines">
      {deadlines.map((deadline) => (
        <DeadlineRow key={deadline.id} instrumentId={entry.id} deadline={deadline} />
      ))}
    </ul>
  )
}

const symbols = { 'to-ask': IconCircleDashed, checked: IconCheck, 'not-verified': IconAlertTriangle } as const

function DeadlineRow({
  instrumentId,
  deadline,
}: {
  readonly instrumentId: string
  readonly deadline: Deadline
}) {
  const [isAsking, setAsking] = useState(false)
  const Symbol = symbols[deadline.state]
  const isOpen = deadline.state === 'to-ask' || isAsking
  return (
    <li className={classes.deadline} data-state={deadline.state}>
      <Symbol size={18} stroke={1.8} aria-hidden className={classes.deadlineSymbol} />
      <div>
        <p className={classes.deadlineLabel}>{deadline.label}</p>
        <p className={classes.hint}>{stateWords(deadline)}</p>
        <p className={classes.hint}>{t('authority.deadlines.from', { source: deadline.source })}</p>
        {isOpen && (
          <DeadlineForm instrumentId={instrumentId} deadline={deadline} onDone={() => setAsking(false)} />
        )}
      </div>
      {!isOpen && (
        <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
          {t('authority.deadlines.change')}
        </Button>
      )}
    </li>
  )
}

interface DeadlineFormProps {
  readonly instrumentId: string
  readonly deadline: Deadline
  readonly onDone: () => void
}

function DeadlineForm({ instrumentId, deadline, onDone }: DeadlineFormProps) {
  const [typed, setTyped] = useState(deadline.days === null ? '' : String(deadline.days))
  const [source, setSource] = useState('')
  const [isTried, setTried] = useState(false)
  const { run, state, refusal } = useCommand(answerDeadline)
  const days = readWhole(typed, 0, 3660)
  const answer = async (value: number | null) => {
    if (lineProblem(source) !== undefined) return
    const kept = await run({ instrument: instrumentId, deadline: deadline.id, days: value, source })
    if (kept.ok) onDone()
  }
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (days !== undefined) void answer(days)
  }
  return (
    <form onSubmit={save} noValidate className={classes.deadlineForm}>
      <TextInput
        className={classes.days}
        label={t('authority.deadlines.daysShort')}
        aria-label={t('authority.deadlines.days', { label: deadline.label })}
        inputMode="numeric"
        value={typed}
        error={(isTried || typed !== '') && days === undefined ? t('authority.deadlines.notDays') : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <TextInput
        className={classes.grow}
        label={t('authority.deadlines.sourceShort')}
        aria-label={t('authority.deadlines.source', { label: deadline.label })}
        value={source}
        error={lineProblem(source)}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <Group gap="sm" className={classes.deadlineButtons}>
        <Button type="submit" {...keepFocus} variant="default" loading={state === 'running'}>
          {t('authority.deadlines.keep')}
        </Button>
        <Button variant="subtle" onClick={() => void answer(null)}>
          {t('authority.deadlines.unverified')}
        </Button>
      </Group>
      <RefusalNotice refusal={refusal} />
    </form>
  )
}

function stateWords(deadline: Deadline): string {
  if (deadline.state === 'to-ask') return t('authority.deadlines.toAsk')
  if (deadline.state === 'not-verified') return t('authority.deadlines.notVerified')
  return t('authority.deadlines.checked', { count: deadline.days ?? 0 })
}
