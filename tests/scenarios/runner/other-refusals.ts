/** Refusals that do not come from a command, or that screens never show in a sentence of their own. */
export const otherRefusals = {
  'bad-input':
    'The arguments cannot be read: a field is missing, has another type, or holds a value that is not allowed. `refused` may also be the code of the field, e.g. `wrong-weekday`; `field` names it.',
  locked: 'The vault is locked.',
  'passphrase-required': 'The vault was opened with the recovery key and waits for a new passphrase.',
  'damaged-record': 'A sealed record does not open.',
  'wrong-passphrase': 'vault.unlock: the passphrase is not the right one.',
  'already-unlocked': 'vault.unlock: the vault is open.',
  'leak-found':
    'document.export: something protected would leave; `findings` names class, place and whether a justification may lift it.',
  'empty-file': 'plan.importFile: the file is empty.',
  'not-word': 'plan.importFile: the file is no Word document; `found` says what it is.',
  'old-word-doc': 'plan.importFile: the file is in the old .doc format.',
  'password-protected': 'plan.importFile: the file is encrypted.',
  'macro-enabled': 'plan.importFile: the file holds macros.',
  'too-large': 'plan.importFile: the file is larger than a plan can need; `limit` says in what.',
  unsafe: 'plan.importFile: the file is built to do harm; `reason` says how.',
  damaged: 'plan.importFile: the file is broken; `part` says where.',
  'no-text': 'plan.importFile: the file holds no text.',
} as const
