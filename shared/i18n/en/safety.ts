/** What keeps others out, and what is said before words could be lost. */
export const safety = {
  notSaved: {
    title: 'Not saved.',
    kept: 'Not saved. Kept here. Trying again.',
    next: {
      'disk-full':
        'The disk is full: empty the bin or move large files away. What you typed stays in this window until it is saved, so leave it open.',
      'copy-unavailable':
        'The data folder of Evenhand cannot be written. Check that its disk is connected and not write-protected. What you typed stays in this window until it is saved, so leave it open.',
      'store-unavailable':
        'The storage of this computer did not answer. Close other programs that use much memory or disk. What you typed stays in this window until it is saved, so leave it open.',
      internal:
        'Something went wrong inside Evenhand. What you typed stays in this window; copy what matters before you close it.',
    },
  },
  close: {
    title: 'Your last words are not saved',
    body: 'Evenhand could not write them to this computer. If you stay, they are kept on the screen and saving is tried again. If you close anyway, they are lost; everything that was shown as saved stays.',
    stay: 'Stay',
    anyway: 'Close anyway',
  },
  attempts: {
    once: 'A wrong passphrase or recovery key was tried on {{last}}.',
    often: '{{count}} wrong passphrases or recovery keys were tried since {{first}}, the last on {{last}}.',
    next: 'If that was not you, change the passphrase in Settings.',
    seen: 'I have seen this',
  },
  cloud: {
    title: 'The vault lies in a folder that {{service}} copies to other computers.',
    next: 'It stays sealed there, but such a service can bring back old files and harm it. Close Evenhand and move its data folder to another place.',
    hide: 'Hide for now',
    services: {
      dropbox: 'Dropbox',
      'google-drive': 'Google Drive',
      icloud: 'iCloud',
      onedrive: 'OneDrive',
    },
  },
  readOnly: {
    title: 'This window is for reading only. Nothing you type here is saved.',
    next: 'The vault is open for writing in another window. Close that one, then lock and unlock this one.',
  },
  copy: {
    copy: 'Copy',
    what: 'Copy {{what}} of {{name}}',
    done: 'Copied. It leaves the clipboard in {{seconds}} seconds.',
    failed: 'This computer gives Evenhand no clipboard that it could clear again, so nothing was copied.',
  },
}
