import { Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'
import classes from '../authority.module.css'
import type { InstrumentView } from '../queries.ts'
import { usePart } from '../use-part.ts'
import { readWhole } from './number-problem.ts'

/** How long a parent has to answer, where the paper says so. */
export function AnswersPart({ view: { entry } }: { readonly view: InstrumentView }) {
  const { answerWindowHours } = entry.head
  const [isGiven, setGiven] = useState(answerWindowHours !== null)
  const [typed, setTyped] = useState(answerWindowHours === null ? '' : String(answerWindowHours))
  const draft = usePart<number | null>(entry.id, answerWindowHours, (hours) => ({ answerWindowHours: hours }))
  const hours = readWhole(typed, 1, 2000)
  const pick = (kind: string) => {
    setGiven(kind === 'given')
    if (kind === 'silent') draft.change(null)
    else if (hours !== undefined) draft.change(hours)
  }
  const type = (text: string) => {
    setTyped(text)
    const read = readWhole(text, 1, 2000)
    if (read !== undefined) draft.change(read)
  }
  return (
    <Section title={t('authority.answers.title')} description={t('authority.answers.lead')}>
      <div className={classes.fields}>
        <Radio.Group
          aria-label={t('authority.answers.title')}
          value={isGiven ? 'given' : 'silent'}
          onChange={pick}
        >
          <div className={classes.choices}>
            <Radio value="silent" label={t('authority.answers.silent')} />
            <Radio value="given" label={t('authority.answers.given')} />
          </div>
        </Radio.Group>
        {isGiven && (
          <TextInput
            className={classes.short}
            label={t('authority.answers.hours')}
            description={t('authority.answers.hoursHelp')}
            inputMode="numeric"
            value={typed}
            error={typed !== '' && hours === undefined ? t('authority.answers.notHours') : undefined}
            onChange={(event) => type(event.currentTarget.value)}
            onBlur={() => void draft.flush()}
          />
        )}
        <RefusalNotice refusal={draft.problem} />
      </div>
    </Section>
  )
}
