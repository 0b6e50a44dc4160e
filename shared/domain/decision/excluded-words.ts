import type { ExclusionCode } from '../authority/issue-codes.ts'

/** A word in between, and several of them: what a lawyer puts between the telling words. */
const word = String.raw`[\p{L}\p{N}.’'-]+ `
const few = `(?:${word}){0,4}`

/** Words before the name of a school, but not `after school`, which is a time of day. */
const oneNaming = String.raw`(?!(?:after|before|from|at|near|until|outside|during) )${word}`
const naming = `(?:${oneNaming}){0,4}`

const someSchool = '(?:school|academy|elementary|magnet|college|preschool|kindergarten|montessori)s?'
/** What happens at a school is no choice of it. */
const notAnEvent =
  '(?! (?:concert|trip|play|event|meeting|conference|fair|party|show|performance|assembly|dance|camp|bus|class|care|program|programme|club|hour|pick-?up|gate|yard|office|door|day)s?\\b)'
const relative = '(?:grand(?:mother|father|parents?|ma|pa)|step[- ]?(?:mother|father|parent)|aunt|uncle)'
const upbringing = '(?:school(?:ing|s)?|education|health|medical|religio(?:n|us)|faith|upbringing)'
const sharedTime =
  "(?:overnights|visits|contact|visitation|parenting time|midweek time|weekends|weekend visits|time with [\\p{L}.’']+)"
const takenAway =
  '(?:ends?|stops?|ceases?|falls? away|(?:is|are) (?:cancell?ed|suspended|reduced|withdrawn|removed|dropped|ended|stopped|cut))'
const clause = String.raw`(?:¶ ?|(?:the )?(?:order|plan|judgment|decree)|(?:clause|paragraph|section|article) )[\d.()a-z]{0,12}`
const exchange = '(?:exchanges?|pick-?ups?|drop-?offs?|hand-?overs?|overnights?|weekends?|blocks?)'
const outlay = '(?:costs?|fees?|expenses?|bills?|price|outlay)'

const words: Readonly<Record<ExclusionCode, readonly string[]>> = {
  'X-01': [
    '(?:sole|legal|joint) custody',
    'custody of',
    'guardian(?:ship)?',
    'decision[- ]making (?:authority|responsibility|power)',
    'parental responsibilit(?:y|ies)',
    '(?:sole|final|last|exclusive|casting|deciding) (?:say|word|authority|vote|responsibility|right|decision)',
    `(?:decides?|determines?|chooses?) (?:alone )?(?:on |about |upon |over |all |the |which |where |every )*${few}${upbringing}`,
    'alone (?:decides?|makes?|takes?|chooses?|determines?)',
    `(?:makes|takes) (?:all |the |every )*${few}decisions?`,
  ],
  'X-02': [
    'primary (?:residence|home)',
    'physical custody',
    'residential parent',
    '(?:lives?|resides?|resided) (?:mainly |primarily |mostly |only )?with',
    'home is (?:with|at)',
    'moves? in with',
  ],
  'X-03': [
    'majority of (?:the )?(?:time|overnights)',
    'equal (?:parenting )?time',
    '50[/-]50',
    'week[- ]on,? week[- ]off',
    'week[- ]about',
    '(?:weekly|week-by-week) (?:alternation|rotation|change-?over)',
    'alternat(?:e|es|ing) (?:weekly|weeks)',
    "reduces? [\\p{L}’' ]{0,30}(?:parenting time|overnights)",
    '(?:additional|extra|further|more|another) overnights? (?:each|every|per|a) (?:week|month)',
    'no (?:further |more )?(?:parenting time|contact|visits?|overnights)',
    'no time with',
    'supervised (?:time|visits?|visitation)',
    "suspend(?:s|ed)? [\\p{L}’' ]{0,30}(?:time|contact|visits?|visitation)",
    "contact with [\\p{L}.’']+ (?:is|stays) suspended",
  ],
  'X-04': [
    'relocat(?:e|es|ed|ion)',
    'mov(?:e|es|ing) (?:away|abroad|out of (?:state|province|town)|to another (?:city|town|state|province|country))',
    `mov(?:e|es|ing) ${few}with (?:the )?child(?:ren)?`,
    `takes? ${few}to live`,
  ],
  'X-05': [
    '(?:child|spousal) support',
    'alimony',
    'maintenance payments?',
    'support (?:is|payments?|shall|will)',
    'reimburse(?:[sd]|ments?)?',
    'refund(?:s|ed)?',
    'repa(?:y|ys|id|yment)',
    'compensat(?:es?|ed|ion) (?:for )?(?:the )?(?:cost|loss|expense)s?',
    "makes? [\\p{L}.’']+ whole",
    'indemnif(?:y|ies|ied)',
    '(?:shall|must|will|to) pay',
    'pays?(?! (?:attention|heed|regard))',
    '(?:paid|payable) (?:by|to|back|out)',
    `(?:bears?|covers?|contributes?|owes?|shoulders?|carries|meets?|shares?|splits?) ${few}(?:${outlay}|half)`,
    `${outlay} (?:(?:is|are) )?(?:to be )?(?:shared|split|borne|paid|met|carried|covered)`,
    `at ${few}expense`,
    'dollars|euros|cad|usd|eur|gbp',
  ],
  'X-06': [
    'property',
    'mortgage',
    'debts?',
    'pension',
    'matrimonial home',
    'bank account',
    'keeps? the (?:house|car|furniture|home)',
  ],
  'X-07': [
    `(?:time|visits?|visitation|contact|access) (?:for|with|to) (?:the |her |his )?${relative}`,
    `${relative} (?:has|have|gets?|sees?|may (?:see|have)|spends?)`,
    `(?:visits?|sees?) (?:the |her |his )?${relative}`,
  ],
  'X-08': [
    '(?:protection|protective|restraining|stay[- ]away) order',
    'order of protection',
    'no[- ]contact (?:order|term|condition)',
    'peace bond',
  ],
  'X-09': [
    'choice of school',
    `(?:chang|switch)(?:e|es|ed|ing) ${naming}schools?${notAnEvent}`,
    `(?:recommended|preferred|better|best|right) school${notAnEvent}`,
    `ranks? ${naming}${someSchool}`,
    `${someSchool} (?:(?:is|are|be) )?rank(?:s|ed)`,
    `(?:attends?|enrol(?:l|led|s|ls)?|registers?|registered|placed|transfers?|transferred) (?:(?:at|in|to) )?${naming}${someSchool}${notAnEvent}`,
    `(?:starts?|begins?) (?:at|in) (?!the school)${naming}${someSchool}${notAnEvent}`,
    `(?:goes|moves?|transfers?) to (?:${oneNaming}){1,4}${someSchool}${notAnEvent}`,
  ],
  'X-10': [
    'surgery',
    'operated on',
    '(?:an|the) operation',
    'vaccin(?:e|es|ate|ated|ation)',
    'immuni[sz](?:e|ed|ation)',
    'baptis(?:m|ed)|baptized|christened',
    'first communion',
    'ba[rt] mitzvah',
    'circumcis(?:ion|ed)',
    'psychiatric medication|ritalin|antidepressants?',
    'convert(?:s|ed)? to',
  ],
  'X-11': [],
  'X-12': [
    'permanent(?:ly)?|for good|from now on|for ever|forever|indefinitely|for all time|once and for all',
    'until further notice|henceforth|hereafter',
    'from (?:today|this|next) ?(?:week|month|year|\\p{L}+day)? on(?:wards?)?',
    `in (?:the )?future,? ${few}${exchange}`,
    `until ${few}(?:turns?|reaches|is) (?:\\d{1,2}|eighteen)\\b(?![:.]\\d)`,
    `(?:amend|delete|replace|var)(?:s|ed|ies|ied|y)? (?:the )?${clause}`,
    `${clause} (?:is|are|stands?) (?:hereby )?(?:replaced|deleted|amended|changed|varied|repealed|struck|void)`,
    'modif(?:y|ies|ied) (?:the )?(?:order|plan|judgment|decree)',
    'no longer appl(?:y|ies)',
  ],
  'X-13': [
    'contempt',
    'penalt(?:y|ies)',
    'fine[sd]?',
    'sanction(?:s|ed)?',
    'diagnos(?:is|ed)',
    'personality disorder|bipolar|narcissis(?:t|tic)|alcoholic|mentally ill',
  ],
  'X-14': [
    'step[- ]up (?:schedule|plan)',
    'new (?:regular |weekly |parenting )?(?:schedule|pattern|rotation|timetable|plan)',
    '[2-7](?:-[2-7]){1,3} (?:rotation|schedule|pattern)',
    '(?:starting|beginning) (?:this|next) week,? every',
  ],
}

/** Sums of money have no word boundary around them. */
const money = String.raw`\b\d+(?:\.\d+)? ?(?:%|per ?cent\b)|[$€£]\s?\d`
/** Loss of a recurring part of parenting time; of a single visit it is a minor variation. */
const recurringLoss = `${sharedTime} (?:shall |will |must )?${takenAway}(?! at \\d)`

const read = new Map<string, RegExp | null>()

/** Words that point to an excluded matter. They ask a question; only a person answers it. */
export function suspiciousWords(exclusion: ExclusionCode, isOnce: boolean): RegExp | null {
  const key = `${exclusion} ${isOnce}`
  const known = read.get(key)
  if (known !== undefined) return known
  const pattern = patternOf(exclusion, isOnce)
  read.set(key, pattern)
  return pattern
}

function patternOf(exclusion: ExclusionCode, isOnce: boolean): RegExp | null {
  const phrases = [...words[exclusion], ...(exclusion === 'X-03' && !isOnce ? [recurringLoss] : [])]
  if (phrases.length === 0) return null
  const bounded = String.raw`(?<![\p{L}\p{N}])(?:${phrases.join('|')})(?![\p{L}\p{N}])`
  return new RegExp(exclusion === 'X-05' ? `${bounded}|${money}` : bounded, 'giu')
}

/** The same loss in other words, as a contract that excludes it would mean it too. */
const otherWords: readonly (readonly [RegExp, readonly string[]])[] = [
  [/forfeit/iu, ['forfeit', 'lose', 'lapse', 'falls away', 'fall away', 'gives up', 'waive']],
  [/relocat|move away/iu, ['relocat', 'move away', 'moves away', 'moving away']],
  [/religio|faith|worship/iu, ['religio', 'church', 'mosque', 'synagogue', 'temple', 'baptis', 'worship']],
  [/\bpets?\b|\bdogs?\b|\bcats?\b/iu, ['pet', 'dog', 'cat']],
]

/** Keywords of an excluded matter together with what says the same. */
export function withOtherWords(matter: string, keywords: readonly string[]): readonly string[] {
  const more = otherWords.flatMap(([pattern, others]) => (pattern.test(matter) ? others : []))
  const all = [...new Set([...keywords, ...more])]
  return all.filter((each) => !all.some((other) => other !== each && hasKeyword(each, other)))
}

/** Whether a keyword, or a word that begins with it, stands in a text; both in any letter case. */
export function hasKeyword(text: string, keyword: string): boolean {
  const sought = keyword.trim().toLowerCase()
  const lower = text.toLowerCase()
  for (let at = lower.indexOf(sought); sought && at >= 0; at = lower.indexOf(sought, at + 1))
    if (!/[\p{L}\p{N}]$/u.test(lower.slice(Math.max(0, at - 2), at))) return true
  return false
}
