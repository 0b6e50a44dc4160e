import { useState } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { signInstrument } from '#shared/commands/instruments.ts'
import { t } from '#shared/i18n/index.ts'
import type { InstrumentView } from '../queries.ts'

/** The day each party signed, or the day the order was entered. */
export function SignaturesPart({ view: { entry, matter, today } }: { readonly view: InstrumentView }) {
  const { head, id } = entry
  const { run, refusal } = useCommand(signInstrument)
  const isOrder = head.kind === 'order'
  return (
    <Section
      title={isOrder ? t('authority.signatures.entryTitle') : t('authority.signatures.title')}
      description={isOrder ? t('authority.signatures.entryLead') : t('authority.signatures.lead')}
    >
      <FormRow>
        {isOrder ? (
          <SignedOn
            label={t('authority.signatures.enteredOn')}
            saved={head.enteredOn}
            today={today}
            onSigned={(on) => run({ instrument: id, on })}
          />
        ) : (
          matter.parties.map((party) => (
            <SignedOn
              key={party.id}
              label={t('authority.signatures.on', { name: party.name })}
              saved={head.signatures.find(({ partyId }) => partyId === party.id)?.on ?? null}
              today={today}
              onSigned={(on) => run({ instrument: id, party: party.id, on })}
            />
          ))
        )}
      </FormRow>
      <RefusalNotice refusal={refusal} parties={matter.parties} />
    </Section>
  )
}

interface SignedOnProps {
  readonly label: string
  readonly saved: string | null
  readonly today: string
  /** Keeps the day, or takes it away; answers whether that was done. */
  readonly onSigned: (on: string | null) => Promise<{ readonly ok: boolean }>
}

/**
 * A day that is kept as soon as it can be read; while it is mended the field holds what is typed. Left empty, it is taken away,
 * and stands there again where that may not be.
 */
function SignedOn({ label, saved, today, onSigned }: SignedOnProps) {
  const [on, setOn] = useState(saved)
  return (
    <DateField
      label={label}
      value={on}
      today={today}
      max={today}
      onChange={(next) => {
        setOn(next)
        if (next !== null) void onSigned(next)
      }}
      onEmptied={() => {
        if (saved !== null) void onSigned(null).then(({ ok }) => ok || setOn(saved))
      }}
    />
  )
}
