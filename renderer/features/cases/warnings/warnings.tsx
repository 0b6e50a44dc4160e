import { Button } from '@mantine/core'
import { useState } from 'react'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { HomeName } from '#renderer/ui/home-mark.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { CaseHead } from '#shared/domain/case/case.ts'
import { formatDate } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import { markInitials } from '../mark-initials.ts'
import type { CaseStanding } from '../queries.ts'
import { WarningForm } from './warning-form.tsx'

type Warning = CaseHead['warnings'][number]

/** Warnings given in writing, which a later shift of fees may need. */
export function Warnings({ standing }: { readonly standing: CaseStanding }) {
  const [isAdding, setAdding] = useState(false)
  const { head } = standing.entry
  return (
    <Section
      title={t('cases.overview.warnings.title')}
      description={t('cases.overview.warnings.lead')}
      action={
        isAdding ? undefined : (
          <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
            {t('cases.overview.warnings.add')}
          </Button>
        )
      }
    >
      {isAdding && <WarningForm standing={standing} onDone={() => setAdding(false)} />}
      {!isAdding && (
        <DataTable
          caption={t('cases.overview.warnings.title')}
          rows={head.warnings}
          rowKey={(warning) => warning.id}
          columns={[
            {
              key: 'on',
              header: t('cases.overview.warnings.on'),
              width: '11rem',
              cell: ({ on }: Warning) => <time dateTime={on}>{formatDate(on)}</time>,
            },
            {
              key: 'who',
              header: t('cases.overview.warnings.who'),
              width: '14rem',
              cell: ({ partyId }: Warning) => <Who head={head} partyId={partyId} />,
            },
            { key: 'about', header: t('cases.overview.warnings.about'), cell: ({ about }: Warning) => about },
          ]}
          empty={<p>{t('cases.overview.warnings.none')}</p>}
        />
      )}
    </Section>
  )
}

function Who({ head, partyId }: { readonly head: CaseHead; readonly partyId: string }) {
  const party = head.parties.find(({ id }) => id === partyId)
  return party ? <HomeName home={party.home} initials={markInitials(party)} name={party.name} /> : null
}
