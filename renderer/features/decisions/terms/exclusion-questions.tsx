import { Button, Group, Radio, Stack, TextInput, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { answerExclusion } from '#shared/commands/decision-content.ts'
import type { ExclusionAnswer, OperativeTerm } from '#shared/domain/decision/decision.ts'
import { answerTo } from '#shared/domain/decision/exclusion-scan.ts'
import type { ExclusionHit } from '#shared/domain/decision/exclusion-scan.ts'
import { t } from '#shared/i18n/index.ts'
import { exclusionInSentence } from '#shared/i18n/refusals.ts'
import type { BuilderReading } from '../builder/read-builder.ts'
import classes from './terms.module.css'

interface ExclusionQuestionsProps {
  readonly reading: BuilderReading
  readonly term: OperativeTerm
  readonly number: number
}

/** Words of a term that may belong to an excluded matter: a person answers, with a reason, right here. */
export function ExclusionQuestions({ reading, term, number }: ExclusionQuestionsProps) {
  const { decision, body } = reading.setting
  const hits = reading.hits.filter(({ termId }) => termId === term.id)
  return hits.map((hit) => (
    <ExclusionQuestion
      key={`${hit.exclusion}-${hit.words}-${hit.matter ?? ''}`}
      decisionId={decision.id}
      hit={hit}
      number={number}
      answer={answerTo(hit, body.content)}
    />
  ))
}

interface ExclusionQuestionProps {
  readonly decisionId: string
  readonly hit: ExclusionHit
  readonly number: number
  readonly answer: ExclusionAnswer | undefined
}

function ExclusionQuestion({ decisionId, hit, number, answer }: ExclusionQuestionProps) {
  const [isAgain, setAgain] = useState(false)
  const facts = { words: hit.words, exclusion: exclusionInSentence(hit.exclusion, hit.matter) }
  if (answer && !isAgain) {
    const said = { ...facts, reason: answer.reason }
    return (
      <p className={classes.answered} data-excluded={answer.isExcluded || undefined}>
        {answer.isExcluded
          ? t('decisions.exclusion.answeredYes', said)
          : t('decisions.exclusion.answeredNo', said)}
        <UnstyledButton fz="xs" c="var(--eh-accent)" onClick={() => setAgain(true)}>
          {t('decisions.exclusion.again')}
        </UnstyledButton>
      </p>
    )
  }
  return (
    <div className={classes.question} role="group" aria-label={t('decisions.exclusion.legend', { number })}>
      <p>{t('decisions.exclusion.asks', facts)}</p>
      <AnswerForm decisionId={decisionId} hit={hit} onDone={() => setAgain(false)} />
    </div>
  )
}

interface AnswerFormProps {
  readonly decisionId: string
  readonly hit: ExclusionHit
  readonly onDone: () => void
}

function AnswerForm({ decisionId, hit, onDone }: AnswerFormProps) {
  const answer = useCommand(answerExclusion)
  const [said, setSaid] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [wasSent, setSent] = useState(false)
  const submit = async () => {
    setSent(true)
    if (said === null || reason.trim() === '') return
    const { exclusion, words } = hit
    const result = await answer.run({
      decision: decisionId,
      exclusion,
      words,
      isExcluded: said === 'yes',
      reason,
    })
    if (result.ok) onDone()
  }
  return (
    <Stack gap="sm">
      <Radio.Group value={said} onChange={setSaid} aria-label={t('decisions.exclusion.asksShort')}>
        <Group gap="lg">
          <Radio value="no" label={t('decisions.exclusion.no')} />
          <Radio value="yes" label={t('decisions.exclusion.yes')} />
        </Group>
      </Radio.Group>
      <Group gap="sm" align="end" wrap="nowrap">
        <TextInput
          label={t('decisions.exclusion.reason')}
          flex={1}
          value={reason}
          maxLength={500}
          autoComplete="off"
          required
          error={wasSent && reason.trim() === '' ? t('decisions.exclusion.reasonMissing') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={said === null}
          loading={answer.state === 'running'}
          onClick={() => void submit()}
        >
          {t('decisions.exclusion.save')}
        </Button>
      </Group>
      <RefusalNotice refusal={answer.refusal} />
    </Stack>
  )
}
