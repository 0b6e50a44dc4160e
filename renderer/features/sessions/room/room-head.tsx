import { Anchor, Button, Modal } from '@mantine/core'
import { IconEyeOff, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useCommand, useRecords } from '#renderer/data/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { KeyCaps } from '#renderer/ui/shortcuts/key-caps.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { updateSession } from '#shared/commands/sessions.ts'
import { formatLongDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { DetailsForm } from '../details-form.tsx'
import classes from './session-room.module.css'
import { Timer } from './timer.tsx'

interface RoomHeadProps {
  readonly matter: RecordEntry<'case'>
  readonly session: RecordEntry<'session'>
  readonly today: string
  readonly onBlank: () => void
  /** The button that signs. */
  readonly sign: ReactNode
}

/** The head of the page: the day, who is there, what it is about, and how long it has taken. */
export function RoomHead({ matter, session, today, onBlank, sign }: RoomHeadProps) {
  const { head } = session
  const [isOpened, setOpened] = useState(false)
  const disputes = useRecords('dispute', matter.id).filter(({ id }) => head.disputeIds.includes(id))
  const names = matter.head.parties.filter(({ id }) => head.present.includes(id)).map(({ name }) => name)
  const present = [...names, head.others].filter(Boolean).join(', ')
  const canChange = head.state === 'open'
  return (
    <header className={classes.head}>
      <div className={classes.tools}>
        <Anchor href={caseHref(matter.id, 'sessions')} className={classes.back}>
          {t('sessions.room.back')}
        </Anchor>
        {canChange && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => setOpened(true)}
            leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />}
          >
            {t('sessions.room.details')}
          </Button>
        )}
        <Button
          variant="default"
          size="compact-sm"
          onClick={onBlank}
          leftSection={<IconEyeOff size={16} stroke={1.6} aria-hidden />}
          rightSection={<KeyCaps keys="F9" />}
        >
          {t('sessions.room.blank')}
        </Button>
        {sign}
      </div>
      <div className={classes.titleRow}>
        <h1 className={classes.title} tabIndex={-1}>
          {formatLongDate(head.heldOn)}, {head.startTime}
        </h1>
        <Timer sessionId={session.id} minutes={head.minutes} canRun={canChange} />
      </div>
      <p className={classes.facts}>
        <span>
          {t(`sessions.purposes.${head.purpose}`)}, {t(`sessions.methods.${head.method}`).toLowerCase()}
        </span>
        <span>{present || t('sessions.nobody')}</span>
        {disputes.map((dispute) => (
          <span key={dispute.id}>
            <Anchor href={caseHref(matter.id, 'disputes', dispute.id)} inherit>
              {dispute.head.number}. {dispute.head.title}
            </Anchor>
          </span>
        ))}
      </p>
      {isOpened && (
        <DetailsDialog matter={matter} session={session} today={today} onClose={() => setOpened(false)} />
      )}
    </header>
  )
}

interface DetailsDialogProps extends Pick<RoomHeadProps, 'matter' | 'session' | 'today'> {
  readonly onClose: () => void
}

function DetailsDialog({ matter, session, today, onClose }: DetailsDialogProps) {
  const update = useCommand(updateSession)
  const { heldOn, startTime, minutes, method, purpose, present, others, disputeIds } = session.head
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sessions.form.detailsTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <DetailsForm
        matter={matter}
        start={{
          heldOn,
          startTime,
          minutes,
          method,
          purpose,
          present: [...present],
          others,
          disputes: [...disputeIds],
        }}
        today={today}
        submitLabel={t('sessions.form.save')}
        isBusy={update.state === 'running'}
        hasLength
        refused={<RefusalNotice refusal={update.refusal} />}
        onSubmit={(details) =>
          void update.run({ session: session.id, ...details }).then((result) => result.ok && onClose())
        }
        onCancel={onClose}
      />
    </Modal>
  )
}
