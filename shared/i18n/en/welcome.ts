export const welcome = {
  title: 'Welcome to Evenhand',
  lead: 'The practice manager for parenting coordinators.',
  lines: {
    place:
      'Every family’s orders, sessions and decisions are kept on this computer, encrypted. Nothing is sent anywhere.',
    authority:
      'Before you decide, it shows whether the order or the agreement gives you that power, and what is missing.',
    paper: 'What the parents and the court receive comes out as Word or PDF. Your private notes stay behind.',
  },
  need: 'First you make a vault, which only your passphrase opens. Have a pen and paper ready; it takes about three minutes.',
  start: 'Create your vault',
  step: 'Step {{step}} of {{steps}}',
  back: 'Back',
  passphrase: {
    title: 'Choose a passphrase',
    lead: 'It opens your vault, and nobody can look it up or reset it for you. A recovery kit on paper comes after it, in case it is ever lost.',
    goOnWords: 'I have written the six words down',
    goOnOwn: 'Go on',
  },
  confirm: {
    title: 'Type the passphrase once more',
    leadWords: 'Type the six words from your paper, with a space between them. Spelling counts.',
    leadOwn: 'Type it again, so that a slip of the finger does not lock you out.',
    label: 'Passphrase, once more',
    different: 'This is not the same passphrase. Compare it with what you wrote down, or go back to see it.',
    create: 'Create the vault',
    creating: 'Making the vault. This takes a few seconds on purpose: it is what makes guessing slow.',
    failed: 'The vault could not be made.',
    failedKept: 'Nothing was stored.',
    failedNext: 'Check that the disk has free space, then try again.',
  },
  kit: {
    title: 'Your recovery kit',
    lead: 'If the passphrase is ever lost, this page opens the vault. It is shown this one time only.',
    print: 'Print this page',
    printHint:
      'Prefer a printer at this computer: an office printer may keep copies. Copying it by hand is just as good.',
    goOn: 'I have it on paper',
  },
  prove: {
    title: 'Is your paper copy readable?',
    lead: 'Put the paper beside you and type two groups from it.',
    group: 'Group {{number}}',
    wrong: 'This is not what group {{number}} says. Look at your paper again, or go back and correct it.',
    finish: 'Finish and open Evenhand',
    lookAgain: 'Show the kit again',
  },
  paper: {
    title: 'Evenhand recovery kit',
    vault: 'Vault',
    made: 'Made on',
    key: 'Recovery key',
    does: 'What it does',
    doesText:
      'It opens this vault without the passphrase. On the locked screen choose “Use the recovery kit”, type the key, then choose a new passphrase.',
    keep: 'Where to keep it',
    keepText:
      'In a safe, or with a person you would trust with every file in your office. Never beside the computer, never in a photograph, a mail or a cloud folder.',
    cannot: 'What it cannot do',
    cannotText:
      'It cannot bring back a vault that was deleted, and it does not open the vault of another computer.',
    label: 'Recovery kit, as printed',
  },
}
