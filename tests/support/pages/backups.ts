import type { Page } from 'playwright-core'

/** The backups of safekeeping, as the person sees them. */
export function backupsPage(page: Page) {
  const dialog = page.getByRole('dialog')
  return {
    chooseFolder: page.getByRole('button', { name: 'Choose a folder' }),
    backUpNow: page.getByRole('button', { name: 'Back up now' }),
    good: page.getByRole('status').filter({ hasText: 'The backup was written and checked' }),
    rehearse: page.getByRole('button', { name: 'Rehearse a restore' }),
    rehearsed: page.getByRole('status').filter({ hasText: 'The rehearsal went well' }),
    restoreFirst: page.getByRole('button', { name: /^Restore the backup of/ }).first(),
    passphrase: dialog.getByRole('textbox', { name: 'Passphrase of the backup' }),
    open: dialog.getByRole('button', { name: 'Open and check' }),
    wrongPassphrase: dialog.getByText('That is not the passphrase of this backup'),
    changedSince: dialog.getByText('1 record was changed since.'),
    confirm: dialog.getByRole('button', { name: 'Restore this backup' }),
    useAgain: page.getByRole('button', { name: /^Use the vault .* again$/ }).first(),
    keptPassphrase: dialog.getByRole('textbox', { name: 'Passphrase of that vault' }),
    useIt: dialog.getByRole('button', { name: 'Check and use it' }),
  }
}
