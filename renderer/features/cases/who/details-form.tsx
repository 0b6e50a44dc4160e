import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { FieldGroup, FormActions, FormRow } from '#renderer/ui/form-parts.tsx'
import { keepFocus } from '#renderer/ui/keep-focus.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { useFlushOnLeave } from '#renderer/ui/use-flush-on-leave.ts'
import { updateCase } from '#shared/commands/cases.ts'
import { t } from '#shared/i18n/index.ts'
import { ChildrenFields } from '../enter/children-fields.tsx'
import { CourtFields } from '../enter/court-fields.tsx'
import { PlaceField } from '../enter/place-field.tsx'
import type { CaseStanding } from '../queries.ts'
import { CounselFields } from './counsel-fields.tsx'
import { detailsDraft, detailsInput, detailsProblems, type DetailsDraft } from './details-draft.ts'
import classes from './who.module.css'

interface DetailsFormProps {
  readonly standing: CaseStanding
  readonly onDone: () => void
}

/** Mends names, children, counsel, court and place of a case. */
export function DetailsForm({ standing, onDone }: DetailsFormProps) {
  const { entry, instruments } = standing
  const [draft, setDraft] = useState(() => detailsDraft(entry.head))
  const [isTried, setTried] = useState(false)
  const { run, state, refusal } = useCommand(updateCase)
  const all = detailsProblems(draft, new Date().getFullYear())
  const problems = isTried ? all : new Map<string, string>()
  const change = (fields: Partial<DetailsDraft>) => setDraft((before) => ({ ...before, ...fields }))
  const isPlaceFixed = instruments.length > 0

  useFlushOnLeave(async () => {
    if (all.size === 0) await run(detailsInput(entry.id, draft, isPlaceFixed))
  })
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (all.size > 0) return
    const saved = await run(detailsInput(entry.id, draft, isPlaceFixed))
    if (saved.ok) onDone()
  }

  return (
    <Section title={t('cases.overview.details.title')}>
      <form className={classes.details} onSubmit={(event) => void save(event)} noValidate>
        <PartyNames draft={draft} problems={problems} onChange={change} />
        <ChildrenFields
          rows={draft.children}
          problems={problems}
          onChange={(children) => change({ children })}
        />
        <CounselFields
          rows={draft.counsel}
          parties={draft.parties}
          problems={problems}
          onChange={(counsel) => change({ counsel })}
        />
        <CourtFields court={draft} problems={problems} onChange={change} />
        {isPlaceFixed ? (
          <Notice tone="info" title={t('cases.overview.details.placeFixed')} />
        ) : (
          <PlaceField value={draft.profile} onChange={(profile) => change({ profile })} />
        )}
        <TextInput
          label={t('cases.overview.details.label')}
          value={draft.label}
          error={problems.get('label')}
          onChange={(event) => change({ label: event.currentTarget.value })}
        />
        {problems.size > 0 && (
          <Notice live tone="danger" title={t('cases.enter.problems.summary', { count: problems.size })} />
        )}
        <RefusalNotice refusal={refusal} parties={entry.head.parties} />
        <FormActions>
          <Button type="submit" {...keepFocus} loading={state === 'running'}>
            {t('cases.overview.details.save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('cases.overview.details.cancel')}
          </Button>
        </FormActions>
      </form>
    </Section>
  )
}

interface PartyNamesProps {
  readonly draft: DetailsDraft
  readonly problems: ReadonlyMap<string, string>
  readonly onChange: (fields: Partial<DetailsDraft>) => void
}

function PartyNames({ draft, problems, onChange }: PartyNamesProps) {
  const change = (id: string, fields: Partial<DetailsDraft['parties'][number]>) =>
    onChange({ parties: draft.parties.map((party) => (party.id === id ? { ...party, ...fields } : party)) })
  return (
    <FieldGroup legend={t('cases.enter.parents')}>
      {draft.parties.map((party) => {
        const who =
          party.role === 'parent'
            ? t('cases.enter.letter', { letter: party.letter })
            : t('cases.enter.person', { letter: party.letter })
        return (
          <FormRow key={party.id}>
            <TextInput
              label={t('cases.enter.nameOf', { who })}
              value={party.name}
              error={problems.get(`party:${party.id}`)}
              onChange={(event) => change(party.id, { name: event.currentTarget.value })}
            />
            <TextInput
              label={t('cases.overview.details.shortName', { who })}
              value={party.shortName}
              error={problems.get(`short:${party.id}`)}
              onChange={(event) => change(party.id, { shortName: event.currentTarget.value })}
            />
          </FormRow>
        )
      })}
    </FieldGroup>
  )
}
