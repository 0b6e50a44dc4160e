export const unlock = {
  title: 'Evenhand is locked',
  passphrase: 'Passphrase',
  open: 'Unlock',
  useKit: 'Use the recovery kit',
  usePassphrase: 'Use the passphrase',
  kitTitle: 'Open with the recovery kit',
  kitLead:
    'Type the recovery key from the paper. Small or capital letters, spaces and dashes make no difference.',
  kitKey: 'Recovery key',
  wait: 'You can try again in {{seconds}} s.',
  waitOver: 'You can try again now.',
  newTitle: 'Choose a new passphrase',
  newLead:
    'The recovery kit has opened the vault. The old passphrase stops working as soon as you have a new one.',
  newSave: 'Use this passphrase',
  damagedTitle: 'The vault cannot be opened',
  lookAgain: 'Look again',
  problems: {
    'wrong-passphrase': {
      title: 'This passphrase does not open the vault.',
      kept: 'Nothing was changed.',
      next: 'Check Caps Lock, the keyboard’s language, and the single spaces between the words.',
    },
    'wrong-recovery-key': {
      title: 'This recovery key does not open the vault.',
      kept: 'Nothing was changed.',
      next: 'Compare each group with the paper. If you ever replaced the kit, only the newest one works.',
    },
    'mistyped-recovery-key': {
      title: 'There is a slip in this recovery key.',
      kept: 'Nothing was changed.',
      next: 'Compare each of the 14 groups with the paper: a letter or a digit is different, or one is missing.',
    },
    'damaged-header': {
      title: 'The first page of the vault is damaged, so it cannot be opened.',
      kept: 'Your records are still on this computer, encrypted. Nothing was deleted, and Evenhand will not overwrite them.',
      next: 'Close Evenhand and copy its data folder to another disk before anything else. Then put back the folder from your newest backup.',
    },
    'unsafe-header': {
      title: 'The vault asks to be opened in an unsafe way, so it stays closed.',
      kept: 'Your records are still on this computer, encrypted. Nothing was changed.',
      next: 'Someone or something has altered the vault’s first page. Close Evenhand, copy its data folder to another disk, and put back the folder from your newest backup.',
    },
    'newer-vault': {
      title: 'This vault was last used by a newer Evenhand.',
      kept: 'It was not touched, so nothing can be lost by opening it with an older program.',
      next: 'Install the newer version, then open the vault with it.',
    },
    'store-unavailable': {
      title: 'Evenhand cannot reach its own storage.',
      kept: 'Nothing was changed.',
      next: 'Close every other window of Evenhand and check that the disk has free space. Then try again.',
    },
    'passphrase-too-short': {
      title: 'This passphrase is too short.',
      kept: 'Nothing was changed.',
      next: 'Use at least 12 characters, or the six words that are offered.',
    },
    'passphrase-too-long': {
      title: 'This passphrase is longer than the vault can use.',
      kept: 'Nothing was changed.',
      next: 'Shorten it, or use the six words that are offered.',
    },
    'header-missing': {
      title: 'The first page of the vault is missing, so it cannot be opened.',
      kept: 'Your records are still on this computer, encrypted. Evenhand will not make a new vault over them.',
      next: 'Close Evenhand and copy its data folder to another disk before anything else. Then put back the folder from your newest backup.',
    },
    'data-missing': {
      title: 'A part of the vault is missing.',
      kept: 'What is there was not touched. Evenhand will not make a new vault over it.',
      next: 'Close Evenhand and copy its data folder to another disk before anything else. Then put back the folder from your newest backup.',
    },
    'vault-lost': {
      title: 'There was a vault on this computer, and its storage is empty now.',
      kept: 'Evenhand does not treat this as a first start, so that nothing is written over what may still be recovered.',
      next: 'Close Evenhand and put back its data folder from your newest backup. Cleaning tools are the usual cause; keep them away from this folder.',
    },
    'vault-exists': {
      title: 'There is a vault on this computer already.',
      kept: 'It was not touched, and no second one was made.',
      next: 'Close this window, open Evenhand again, and unlock the vault that is there.',
    },
    'no-vault': {
      title: 'There is no vault on this computer.',
      kept: 'Nothing was changed.',
      next: 'Close this window and open Evenhand again; it then offers to make one.',
    },
    locked: {
      title: 'The vault is locked.',
      kept: 'Nothing was changed.',
      next: 'Unlock it, then do this again.',
    },
    'already-unlocked': {
      title: 'The vault is open already.',
      kept: 'Nothing was changed.',
      next: 'Lock it first if you want to open it in another way.',
    },
    'opened-elsewhere': {
      title: 'The vault is open in another window.',
      kept: 'Nothing was changed.',
      next: 'Go to that window, or close it and try again here.',
    },
    'derivation-failed': {
      title: 'The computer had too little free memory to open the vault.',
      kept: 'Nothing was changed.',
      next: 'Close other programs, then try again.',
    },
    unknown: {
      title: 'The vault could not be opened.',
      kept: 'Nothing was changed.',
      next: 'Close Evenhand and start it again, then try once more.',
    },
  },
}
