/**
 * The subjects usually given to a parenting coordinator. Each is off until the instrument of the case ticks it.
 *
 * The list follows La. R.S. 9:358.4 A(1)-(16) as restated by courts and agencies, with British Columbia's
 * and Pennsylvania's prescribed subjects added.
 */
export const issueNames = {
  'I-01': 'Minor or temporary change of the schedule; holiday detail',
  'I-02': 'Exchanges: date, time, place, transport, lateness',
  'I-03': 'Make-up time for missed time',
  'I-04': 'Routine health care',
  'I-05': 'Child-rearing: discipline, routines, diet',
  'I-06': 'Counselling or psychotherapy for the child',
  'I-07': 'Psychological testing or assessment of the child',
  'I-08': 'Education and day-care other than choice of school',
  'I-09': 'Choice of school',
  'I-10': 'Enrichment, extracurricular activities, camps, jobs',
  'I-11': 'Religious observance and education',
  'I-12': 'Travel and passport arrangements',
  'I-13': 'Clothing, equipment and belongings',
  'I-14': 'Communication between the parents',
  'I-15': 'The child’s contact with the absent parent',
  'I-16': 'Appearance: hair, piercings',
  'I-17': 'Significant others and extended family',
  'I-18': 'Substance-use assessment or testing',
  'I-19': 'Child care by a third person',
  'I-20': 'Parenting classes and referral to services',
  'I-21': 'Access to information and records',
  'I-22': 'Response when a child resists contact',
  'I-23': 'Meaning of an unclear clause',
  'I-24': 'How to carry out what was agreed; compliance',
} as const

export type IssueCode = keyof typeof issueNames

/** The codes in their usual order. */
export const issueCodes = Object.keys(issueNames) as readonly IssueCode[] // keys of the literal above

/** The subjects usually kept out of a coordinator's hands. Each blocks until the instrument itself lifts it. */
export const exclusionNames = {
  'X-01': 'Custody, decision-making responsibility or guardianship',
  'X-02': 'Primary residence or physical custody',
  'X-03': 'Substantial change of parenting time',
  'X-04': 'Relocation',
  'X-05': 'Child support, spousal support, money',
  'X-06': 'Property and debt',
  'X-07': 'Parenting time for someone who has none',
  'X-08': 'Protection orders',
  'X-09': 'Choice of school',
  'X-10': 'Major health, education or religion decisions',
  'X-11': 'Anything the instrument itself excludes',
  'X-12': 'Changing an order, judgment or express term of the plan',
  'X-13': 'Contempt, penalties, legal advice, diagnosis',
  'X-14': 'Building a new plan or regular schedule',
} as const

export type ExclusionCode = keyof typeof exclusionNames

/** The codes in their usual order. */
export const exclusionCodes = Object.keys(exclusionNames) as readonly ExclusionCode[] // keys of the literal above
