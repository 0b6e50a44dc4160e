const months =
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?'
const monthThenDate = new RegExp(
  `^(?:of )?(?:${months})(?:,? ?\\d|[,.]?\\s*$|\\s*[-–—]|,? (?:to|until|through|at)\\b)`,
  'i',
)
const month = new RegExp(`^(?:of )?(?:${months})(?![a-z])`, 'i')
const clock = /^(?:[ap]\.? ?m\b|o['’]clock|noon\b|midnight\b|hours?\b|hrs?\b|h\b|uhr\b)/i
const unit =
  /^(?:%|percent|per cent|per |days?\b|weeks?\b|weekends?\b|months?\b|years?\b|hours?\b|minutes?\b|mins?\b|miles?\b|km\b|kilomet|metres?\b|meters?\b|dollars?\b|cents?\b|euros?\b|pounds?\b|times?\b|nights?\b|overnights?\b|million\b|thousand\b|hundred\b|and a half\b|or (?:more|less|fewer)\b)/
const reference = /^(?:and|or|to|through|of|above|below|hereof|thereof|applies|shall|is|are|was|were)\b/

/** What stands at the start of a paragraph: the number without its end mark, that mark, and the text behind. */
export interface NumberInPlace {
  readonly core: string
  readonly mark: string
  readonly rest: string
}

/** Tells whether a number that opens a paragraph is really a date, a time, an amount, or a reference running on. */
export function isDateTimeOrAmount({ core, mark, rest }: NumberInPlace): boolean {
  if (isDateInDigits(core, rest)) return true
  if (/^\d{3}$/.test(core) && mark === ')' && /^\d/.test(rest)) return true
  if (mark === '' && clock.test(rest) && /^\d{1,2}(?:[.]\d{2})?$/.test(core)) return true
  const isPlain = /^\d{1,3}$/.test(core)
  if (isPlain && (mark === '' ? month : monthThenDate).test(rest)) return true
  if (/^\d{1,2}[-–]\d{1,2}$/.test(core) && month.test(rest)) return true
  if (mark !== '') return false
  return unit.test(rest) || (/\d[.\-–]\d/.test(core) && reference.test(rest))
}

/** 12.1.2026, 24-12-2026 and 24.12.26 are dates; the year may still stand in the text behind the number. */
function isDateInDigits(core: string, rest: string): boolean {
  const parts = core.split(/[.\-–]/)
  const [first, second, third] = parts.map(Number)
  if (first === undefined || second === undefined || first > 31 || second < 1 || second > 31) return false
  if (Math.min(first, second) > 12) return false
  if (parts.length === 2) return /^[.\-–/]\s?(?:19|20)\d{2}\b/.test(rest)
  return parts.length === 3 && third !== undefined && /^\d{2}$/.test(parts[2] ?? '') && third >= 20
}

/** `24. December ...` may be a date or a clause about December: its neighbours decide. */
export function mayBeDate({ core, rest }: NumberInPlace): boolean {
  return /^\d{1,2}$/.test(core) && Number(core) <= 31 && month.test(rest)
}
