import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SubmitEvent } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { FormActions, FormRow } from '#renderer/ui/form-parts.tsx'
import { keepFocus } from '#renderer/ui/keep-focus.ts'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { useFlushOnLeave } from '#renderer/ui/use-flush-on-leave.ts'
import { setContact } from '#shared/commands/cases.ts'
import type { Contact, Party } from '#shared/domain/case/case.ts'
import { t } from '#shared/i18n/index.ts'
import { lineProblem } from '#renderer/ui/line-problem.ts'
import classes from './who.module.css'

interface ContactDialogProps {
  readonly caseId: string
  readonly party: Party
  readonly contact: Contact | undefined
  readonly opened: boolean
  readonly onClose: () => void
}

/** How one parent is reached, and whether where they can be found is protected. */
export function ContactDialog(props: ContactDialogProps) {
  const { party, opened, onClose } = props
  const title = t('cases.overview.contact.title', { name: party.name })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <ContactForm {...props} />
    </Modal>
  )
}

const fields = ['address', 'phone', 'email', 'safeContact'] as const
type ContactField = (typeof fields)[number]

function ContactForm({ caseId, party, contact, onClose }: ContactDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(contact))
  const { run, state, refusal } = useCommand(setContact)
  const problems = new Map(fields.map((field) => [field, lineProblem(draft[field])]))
  const isSound = [...problems.values()].every((problem) => problem === undefined)
  useFlushOnLeave(async () => {
    if (isSound) await run(inputOf(caseId, party.id, draft))
  })
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!isSound) return
    const kept = await run(inputOf(caseId, party.id, draft))
    if (kept.ok) onClose()
  }
  const field = (name: ContactField, label: string, description?: string) => (
    <TextInput
      label={label}
      description={description}
      autoComplete="off"
      value={draft[name]}
      error={problems.get(name)}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  )
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)} noValidate>
      <FormRow>
        {field('phone', t('cases.overview.contact.phone'))}
        {field('email', t('cases.overview.contact.email'))}
      </FormRow>
      {field('address', t('cases.overview.contact.address'))}
      {field('safeContact', t('cases.overview.contact.safe'), t('cases.overview.contact.safeHelp'))}
      <Checkbox
        label={t('cases.overview.contact.isProtected')}
        checked={draft.isProtected}
        onChange={(event) => setDraft({ ...draft, isProtected: event.currentTarget.checked })}
      />
      {draft.isProtected && (
        <Textarea
          label={t('cases.overview.contact.words')}
          description={t('cases.overview.contact.wordsHelp')}
          rows={4}
          value={draft.words}
          onChange={(event) => setDraft({ ...draft, words: event.currentTarget.value })}
        />
      )}
      <RefusalNotice refusal={refusal} />
      <FormActions>
        <Button type="submit" {...keepFocus} loading={state === 'running'}>
          {t('cases.overview.contact.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cases.overview.contact.cancel')}
        </Button>
      </FormActions>
    </form>
  )
}

type ContactDraft = ReturnType<typeof draftOf>

function draftOf(contact: Contact | undefined) {
  return {
    address: contact?.address ?? '',
    phone: contact?.phone ?? '',
    email: contact?.email ?? '',
    safeContact: contact?.safeContact ?? '',
    isProtected: contact?.isProtected ?? false,
    words: contact?.protectedWords.join('\n') ?? '',
  }
}

// Words stay while the mark is taken away: a slip of the hand must not lose them.
function inputOf(caseId: string, party: string, { words, ...contact }: ContactDraft) {
  return { case: caseId, party, ...contact, protectedWords: wordsOf(words) }
}

function wordsOf(text: string): string[] {
  const words = text.split('\n').map((line) => line.trim().slice(0, 500))
  return [...new Set(words.filter(Boolean))].slice(0, 50)
}
