/** Words for the codes of records, as documents print them. */
export const facilitationWords: Readonly<Record<string, string>> = {
  agreed: 'Agreement was reached',
  'partly-agreed': 'Agreement was reached on part of the issue',
  impasse: 'Impasse was declared',
  urgent: 'The matter was found too urgent for facilitation',
}

export const disputeWords: Readonly<Record<string, string>> = {
  raised: 'Open',
  agreed: 'Agreed',
  impasse: 'Impasse',
  decided: 'Decided',
  recommended: 'Recommended',
  referred: 'Referred out',
  closed: 'Closed',
}

export const methodWords: Readonly<Record<string, string>> = {
  'in-person': 'In person',
  video: 'By video',
  phone: 'By telephone',
  shuttle: 'Shuttle, the parents apart',
  'e-mail': 'By e-mail',
}

export const purposeWords: Readonly<Record<string, string>> = {
  consultation: 'Consultation',
  orientation: 'Orientation',
  facilitation: 'Facilitation',
  individual: 'Individual meeting',
  collateral: 'Talk with a third person',
  review: 'Review',
}

export const entryWords: Readonly<Record<string, string>> = {
  note: 'Note',
  statement: 'Statement',
  proposal: 'Proposal',
  agreement: 'Agreement',
  fact: 'Fact',
  task: 'Task',
  impasse: 'Impasse',
}

export const referralWords: Readonly<Record<string, string>> = {
  mediation: 'mediation',
  'counsel-or-court': 'counsel or the court',
  therapist: 'a therapist',
  'child-protection': 'child protection',
  police: 'the police',
  'other-professional': 'another professional',
}

export const endingWords: Readonly<Record<string, string>> = {
  expired: 'The term ended',
  completed: 'The work was completed',
  withdrawn: 'The parenting coordinator withdrew',
  terminated: 'The appointment was terminated',
  declined: 'The appointment was declined',
  'referred-out': 'The matter was referred out',
}

/** The role in which the coordinator acts under a profile: the hat is always shown. */
export const roleWords: Readonly<Record<string, string>> = {
  'us-co-dm': 'Decision-maker',
  'ca-on': 'Parenting Coordinator and Arbitrator',
  'us-tx-f': 'Parenting Facilitator',
}

export const usualRole = 'Parenting Coordinator'

/** The word for a code; a code of a later version prints as it is, so that nothing vanishes. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code
}
