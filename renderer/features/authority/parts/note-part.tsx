import { useBody } from '#renderer/data/index.ts'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'
import type { InstrumentView } from '../queries.ts'
import { usePart } from '../use-part.ts'

/** The coordinator's own note on the paper. */
export function NotePart({ view: { entry } }: { readonly view: InstrumentView }) {
  const { body } = useBody('instrument', entry.id)
  return (
    <Section title={t('authority.note.title')} description={t('authority.note.help')}>
      {body && <NoteField instrumentId={entry.id} saved={body.note} />}
    </Section>
  )
}

function NoteField({ instrumentId, saved }: { readonly instrumentId: string; readonly saved: string }) {
  const draft = usePart(instrumentId, saved, (note) => ({ note }))
  return (
    <>
      <LongTextArea
        hideLabel
        label={t('authority.note.label')}
        minRows={3}
        value={draft.value}
        onChange={draft.change}
        onBlur={() => void draft.flush()}
      />
      <RefusalNotice refusal={draft.problem} />
    </>
  )
}
