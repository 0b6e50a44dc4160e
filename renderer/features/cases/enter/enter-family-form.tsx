import { Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { SubmitEvent } from 'react'
import { useLocation } from 'wouter'
import { useCommand } from '#renderer/data/index.ts'
import { FieldGroup, FormActions } from '#renderer/ui/form-parts.tsx'
import { keepFocus } from '#renderer/ui/keep-focus.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { useFlushOnLeave } from '#renderer/ui/use-flush-on-leave.ts'
import { createCase } from '#shared/commands/cases.ts'
import { t } from '#shared/i18n/index.ts'
import { ChildrenFields } from './children-fields.tsx'
import { CourtFields } from './court-fields.tsx'
import classes from './enter-family.module.css'
import { emptyFamily, familyInput, familyProblems, suggestedLabel, type FamilyDraft } from './family-draft.ts'
import { PartyFields } from './party-fields.tsx'
import { PlaceField } from './place-field.tsx'

/** The form that enters a family. Problems are named once one tries to save, and vanish as they are mended. */
export function EnterFamilyForm() {
  const [draft, setDraft] = useState(emptyFamily)
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { run, state, refusal } = useCommand(createCase)
  const [, navigate] = useLocation()
  const all = familyProblems(draft, new Date().getFullYear())
  const problems = isTried ? all : new Map<string, string>()
  const change = (fields: Partial<FamilyDraft>) => setDraft((before) => ({ ...before, ...fields }))

  // A family whose names are complete is entered before the vault locks, so that nothing typed is lost.
  useFlushOnLeave(async () => {
    if (all.size === 0) await run(familyInput(draft))
  })

  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (all.size > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const entered = await run(familyInput(draft))
    if (entered.ok) navigate(caseHref(entered.value.id).slice(1))
  }

  const suggested = suggestedLabel(draft.parties)
  return (
    <form ref={form} onSubmit={(event) => void save(event)} noValidate className={classes.form}>
      <PartyFields parties={draft.parties} problems={problems} onChange={(parties) => change({ parties })} />
      <ChildrenFields
        rows={draft.children}
        problems={problems}
        onChange={(children) => change({ children })}
      />
      <CourtFields court={draft} problems={problems} onChange={change} />
      <PlaceField value={draft.profile} onChange={(profile) => change({ profile })} />
      <FieldGroup legend={t('cases.enter.label')}>
        <TextInput
          aria-label={t('cases.enter.label')}
          description={
            suggested === ''
              ? t('cases.enter.labelHelpEmpty')
              : t('cases.enter.labelHelp', { label: suggested.slice(0, 80) })
          }
          value={draft.label}
          error={problems.get('label')}
          onChange={(event) => change({ label: event.currentTarget.value })}
        />
      </FieldGroup>
      {problems.size > 0 && (
        <Notice live tone="danger" title={t('cases.enter.problems.summary', { count: problems.size })} />
      )}
      <RefusalNotice refusal={refusal} />
      <FormActions>
        <Button type="submit" {...keepFocus} loading={state === 'running'}>
          {t('cases.enter.save')}
        </Button>
        <Button component="a" href="#/cases" variant="default">
          {t('cases.enter.cancel')}
        </Button>
      </FormActions>
    </form>
  )
}
