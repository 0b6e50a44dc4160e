import { TextInput } from '@mantine/core'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { maxLineLength } from '#shared/domain/values.ts'
import { t } from '#shared/i18n/index.ts'
import { changePractice } from './commands.ts'
import classes from './settings.module.css'
import { usePractice } from './use-practice.ts'

interface Letterhead {
  readonly coordinatorName: string
  readonly credentials: string
  readonly practiceName: string
  readonly contact: string
  readonly place: string
}

/** What stands on the letterhead. */
export function PracticeSection() {
  const {
    value: letterhead,
    change,
    flush,
    state,
  } = useDraft<Letterhead>({
    saved: letterheadOf(usePractice()),
    save: changePractice,
  })

  const field = (name: keyof Letterhead) => ({
    label: t(`settings.practice.${name}`),
    value: letterhead[name],
    maxLength: maxLineLength,
    autoComplete: 'off',
    onBlur: () => void flush(),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      change({ ...letterhead, [name]: event.currentTarget.value }),
  })

  return (
    <Section title={t('settings.practice.title')} description={t('settings.practice.description')}>
      <div className={classes.fields}>
        <FormRow>
          <TextInput {...field('coordinatorName')} />
          <TextInput {...field('credentials')} description={t('settings.practice.credentialsHelp')} />
        </FormRow>
        <TextInput {...field('practiceName')} description={t('settings.practice.practiceNameHelp')} />
        <TextInput {...field('contact')} description={t('settings.practice.contactHelp')} />
        <TextInput {...field('place')} description={t('settings.practice.placeHelp')} />
        {state === 'failed' && (
          <Notice tone="danger" live title={t('settings.notSaved')} kept={t('settings.notSavedKept')} />
        )}
      </div>
    </Section>
  )
}

function letterheadOf(saved: Letterhead): Letterhead {
  const { coordinatorName, credentials, practiceName, contact, place } = saved
  return { coordinatorName, credentials, practiceName, contact, place }
}
