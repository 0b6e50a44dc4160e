export const keys = {
  passphrase: {
    title: 'Passphrase',
    text: 'It opens the vault each day. Change it when somebody may know it. Backups made before a change still open with the passphrase of that time.',
    change: 'Change the passphrase',
    changed: 'The new passphrase is in use.',
    changedKept:
      'The old one no longer opens this vault. Backups that exist already still open with it: make a new one, and take the old ones out of reach if somebody may know the old passphrase.',
  },
  kit: {
    title: 'Recovery kit',
    text: 'The page on paper that opens the vault if the passphrase is lost. Make a new one when the paper is gone, or when somebody may have seen it.',
    make: 'Make a new recovery kit',
    done: 'The new recovery kit is in force.',
    doneKept: 'The old paper no longer opens this vault. Tear it up, so that nobody relies on it.',
  },
  vaultKey: {
    title: 'Key of the vault',
    text: 'Everything in the vault is sealed under this key, which never leaves it. A new one shuts out whoever may have got hold of the old one. Once a year is a good habit.',
    since: 'The key in use is of {{date}}.',
    original: 'The key in use is the one the vault was made with.',
    due: 'The key is more than a year old.',
    dueNext: 'Make a new one when you have ten minutes and a printer.',
    renew: 'Make a new key',
    done: 'The new key is in use.',
    doneKept:
      'What was written before is being sealed again under it, while you work. You may lock the vault or close Evenhand at any time: it goes on by itself.',
    running: 'Sealing everything again under the new key',
    progress: '{{done}} of {{total}}',
    heldUp: 'Sealing everything again has stopped because something could not be written.',
    heldUpKept: 'Nothing is lost: what was sealed under the old key still opens.',
    heldUpNext: 'See that the disk is not full, then go on.',
    goOn: 'Go on',
    damaged_one: 'One item could not be opened, so it cannot be sealed again.',
    damaged_other: '{{count}} items could not be opened, so they cannot be sealed again.',
    damagedKept: 'The old key is kept until they have been put back; everything else is under the new key.',
    damagedNext: 'Look at Health, which puts them back from the second copy, then go on here.',
  },
  erase: {
    title: 'Erase a case',
    text: 'Takes one case out of this vault for good: its records, its files and the key they were sealed under.',
    choose: 'Case',
    begin: 'Erase this case …',
    none: 'There is no case in this vault.',
    task: 'Erase {{name}}',
    promise:
      'Afterwards nothing of the case can be opened without the old key of this vault, and that key is given up. Remnants stay on the disk, in earlier copies and in backups until they expire: nobody can read them with this vault, but a backup from before still opens with the passphrase or the kit of its time.',
    court:
      'A case that was erased cannot be produced for a court, a complaint or an inspection. Check how long you must keep it, and export it first if in doubt.',
    name: 'To confirm, type the name of the case: {{name}}',
    wrongName: 'This is not the name of the case.',
    understood: 'I want to erase this case',
    finish: 'Erase the case',
    done: 'The case is erased.',
    doneKept:
      'Everything else is as it was. It is being sealed again under a new key; backups made before today still contain the case until you delete them.',
  },
  task: {
    passphraseStep: 'Your passphrase',
    passphraseLead: 'It shows that it is you. A new recovery kit comes next: have paper ready.',
    renewLead:
      'A new key needs a new recovery kit, too: have paper ready. If somebody may know the passphrase, change that first.',
    passphrase: 'Passphrase',
    goOn: 'Go on',
    cancel: 'Leave everything as it is',
    kitStep: 'The new recovery kit',
    kitLead:
      'It is shown this one time only, and takes the old one’s place when you have shown that your paper can be read.',
    onPaper: 'I have it on paper',
    print: 'Print this page',
    proveStep: 'Is your paper copy readable?',
    proveLead: 'Put the paper beside you and type two groups from it.',
    finishKit: 'Use the new kit',
    finishRenewal: 'Use the new key and kit',
    lookAgain: 'Show the kit again',
  },
  problems: {
    wrongPassphrase: {
      title: 'This is not the passphrase.',
      kept: 'Nothing has changed.',
      next: 'You can try again in {{seconds}} s.',
    },
    damaged: {
      title: 'Some records cannot be opened, so the key cannot be renewed now.',
      kept: 'Nothing has changed.',
      next: 'Look at Health, which puts them back from the second copy, then come back.',
    },
    notWritten: {
      title: 'It could not be written to the disk.',
      kept: 'The old passphrase, kit and key are still in force.',
      next: 'See that the disk is not full and that Evenhand may write to its folder, then try again.',
    },
    gone: {
      title: 'The new kit is of no use any more, because the keys were changed in between.',
      kept: 'The old one is still in force.',
      next: 'Begin again.',
    },
    other: {
      title: 'It could not be done.',
      kept: 'The old passphrase, kit and key are still in force.',
      next: 'Lock the vault, open it again and try once more.',
    },
  },
}
