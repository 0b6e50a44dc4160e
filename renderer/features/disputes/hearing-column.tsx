import { Checkbox } from '@mantine/core'
import { execute } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { HomeName } from '#renderer/ui/home-mark.tsx'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { useNow } from '#renderer/ui/use-now.ts'
import { recordPosition } from '#shared/commands/disputes.ts'
import type { Party } from '#shared/domain/case/case.ts'
import type { Hearing } from '#shared/domain/dispute/heard.ts'
import { ok } from '#shared/domain/result.ts'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import { t } from '#shared/i18n/index.ts'
import { describeRefusal, formatMinute } from '#shared/i18n/refusals.ts'
import classes from './hearing.module.css'
import type { DisputeParts } from './parts.ts'

interface HearingColumnProps extends DisputeParts {
  readonly party: Party
  readonly hearing: Hearing | undefined
}

interface Position {
  readonly text: string
  readonly on: string | null
  readonly complete: boolean
}

/** One parent's notice, position and word that there is nothing to add. */
export function HearingColumn({ matter, dispute, body, canChange, party, hearing }: HearingColumnProps) {
  const today = dateIn(matter.head.zone, useNow())
  const answer = dispute.head.answers.find(({ partyId }) => partyId === party.id)
  const said = body.positions.find(({ partyId }) => partyId === party.id)?.text ?? ''
  const position = useDraft<Position>({
    saved: { text: said, on: answer?.receivedOn ?? today, complete: answer?.complete ?? false },
    save: async ({ text, on, complete }) => {
      // Nothing to write down yet, or a date still being typed: both are said beside the field.
      if (text.trim() === '' || on === null) return ok()
      return execute(recordPosition, { dispute: dispute.id, party: party.id, on, text, complete })
    },
  })
  const { value } = position
  const isEmpty = value.text.trim() === ''
  const problem =
    isEmpty && said !== ''
      ? t('disputes.hearing.empty')
      : position.problem && describeRefusal(position.problem)
  const change = (part: Partial<Position>) => position.change({ ...value, ...part })
  return (
    <section className={classes.column} aria-label={party.name}>
      <h3 className={classes.name}>
        <HomeName home={party.home} initials={party.initials} name={party.name} />
      </h3>
      <NoticeState dispute={dispute} party={party} hearing={hearing} />
      <LongTextArea
        label={t('disputes.hearing.positionOf', { name: party.shortName || party.name })}
        description={t('disputes.hearing.positionHelp')}
        minRows={7}
        value={value.text}
        readOnly={!canChange}
        error={problem}
        onChange={(text) => change({ text })}
        onBlur={() => void position.flush()}
      />
      <DateField
        label={t('disputes.hearing.received')}
        value={value.on}
        today={today}
        disabled={!canChange}
        onChange={(on) => change({ on })}
      />
      <Checkbox
        label={t('disputes.hearing.complete')}
        description={isEmpty ? t('disputes.hearing.emptyFirst') : t('disputes.hearing.completeHelp')}
        checked={value.complete}
        disabled={!canChange || isEmpty}
        onChange={(event) => {
          change({ complete: event.currentTarget.checked })
          void position.flush()
        }}
      />
    </section>
  )
}

function NoticeState({ dispute, party, hearing }: Pick<HearingColumnProps, 'dispute' | 'party' | 'hearing'>) {
  const notice = dispute.head.notices.findLast(({ partyId }) => partyId === party.id)
  const state = hearing?.state ?? 'no-notice'
  const until = notice ? formatMinute(notice.answerBy) : ''
  return (
    <div className={classes.notice} data-state={state}>
      <p className={classes.state}>{t(`disputes.hearing.state.${state}`, { until })}</p>
      {notice && <p>{t('disputes.hearing.sent', { when: formatMinute(notice.sentAt) })}</p>}
      {notice && <p>{t('disputes.hearing.answerBy', { when: until })}</p>}
    </div>
  )
}
