import { Button } from '@mantine/core'
import { useState } from 'react'
import { Section } from '#renderer/ui/section.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import { hearings } from '#shared/domain/dispute/heard.ts'
import { t } from '#shared/i18n/index.ts'
import { HearingColumn } from './hearing-column.tsx'
import classes from './hearing.module.css'
import { NoticeDialog } from './notice-dialog.tsx'
import type { DisputeParts } from './parts.ts'

/** Both parents side by side: the same headings, the same space, the same chance to answer. */
export function HearingSection(parts: DisputeParts) {
  const { matter, dispute, canChange } = parts
  const now = useNow()
  const [isAsking, setAsking] = useState(false)
  const states = hearings(dispute.head, matter.head.parties, now, matter.head.zone)
  const hasNotice = dispute.head.notices.length > 0
  return (
    <div data-part="hearing">
      <Section
        title={t('disputes.hearing.title')}
        description={t('disputes.hearing.description')}
        action={
          canChange && (
            <Button variant="default" onClick={() => setAsking(true)}>
              {hasNotice ? t('disputes.hearing.change') : t('disputes.hearing.give')}
            </Button>
          )
        }
      >
        <div className={classes.columns}>
          {matter.head.parties.map((party) => (
            <HearingColumn
              key={party.id}
              {...parts}
              party={party}
              hearing={states.find(({ partyId }) => partyId === party.id)}
            />
          ))}
        </div>
        {isAsking && <NoticeDialog matter={matter} dispute={dispute} onClose={() => setAsking(false)} />}
      </Section>
    </div>
  )
}
