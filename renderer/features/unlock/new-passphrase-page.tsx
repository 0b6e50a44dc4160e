import { setPassphrase } from '#renderer/data/index.ts'
import { DoorPage } from '#renderer/ui/door/door-page.tsx'
import { NewPassphraseForm } from '#renderer/ui/passphrase/new-passphrase-form.tsx'
import { generatePassphrase, passphraseStrength } from '#renderer/data/index.ts'
import { t } from '#shared/i18n/index.ts'
import { problemWords } from './problem-words.ts'

const tools = { generate: generatePassphrase, strength: passphraseStrength }

/** After the recovery kit has opened the vault, a new passphrase is chosen before anything else. */
export function NewPassphrasePage({ onDone }: { readonly onDone: () => void }) {
  const save = async (next: string) => {
    const saved = await setPassphrase({ next })
    if (saved.ok) onDone()
    return saved.ok ? undefined : problemWords(saved.error.code)
  }
  return (
    <DoorPage title={t('unlock.newTitle')} lead={t('unlock.newLead')} width="wide">
      <NewPassphraseForm tools={tools} saveLabel={t('unlock.newSave')} onSave={save} />
    </DoorPage>
  )
}
