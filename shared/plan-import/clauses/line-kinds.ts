import type { LabelledLine } from '../labels/find-labels.ts'

const longestHeading = 120

/** A heading that stands by itself, without a number. */
export function isSectionHeading({ label, isBullet, line, text }: LabelledLine): boolean {
  if (label !== null || isBullet || line.cell !== null || line.look.isContents || line.look.isTextBox)
    return false
  if (text.length > longestHeading || text.includes('\t') || /[.;,]$/.test(text)) return false
  return isProminent(line.look) || (line.look.isStrong && text.length <= 80)
}

/** A section heading that nobody can take for a bold line within a clause. */
export function isCertainHeading(labelled: LabelledLine): boolean {
  return isSectionHeading(labelled) && isProminent(labelled.line.look)
}

function isProminent(look: LabelledLine['line']['look']): boolean {
  return look.outline !== null || look.isTitle || (look.isCentred && look.isStrong)
}

/**
 * Tells whether the text of a numbered line is the clause's heading rather than its wording.
 *
 * `hasMore` says whether anything stands beneath it: a short line with nothing beneath is wording.
 */
export function isClauseHeading({ line, text }: LabelledLine, hasMore: boolean): boolean {
  if (text === '' || text.length > longestHeading || text.includes('\n')) return false
  const words = text.split(/\s+/).length
  const endsLikeSentence = /[.;,]$/.test(text) && !(text.endsWith('.') && words <= 6)
  // A line that ends with a colon or a joining word leads into a list.
  const leadsOn = (text.endsWith(':') && words > 4) || /[;,] (?:and|or|but)$/i.test(text)
  if (endsLikeSentence || leadsOn) return false
  const looksIt = line.look.isStrong || line.look.outline !== null
  if (looksIt && words <= 14 && (hasMore || !/[.:]$/.test(text))) return true
  return hasMore && words <= 8 && /^[\p{Lu}\d“"]/u.test(text) && !/[.:?!]$/.test(text)
}

const generalHeading =
  /^(?:the )?(?:agreed )?(?:terms?(?: and conditions| of (?:the )?agreement)?|agreement|recitals?|background|preamble|parties|orders?|provisions|operative (?:part|provisions)|parenting plan|now,? therefore.*|it is (?:hereby )?(?:ordered|agreed).*|the (?:parties|parents) agree.*)[:.]?$/i

/** Headings such as `Terms` or `Recitals` say what part of the paper follows, not what its clauses are about. */
export function namesSubject(heading: string): boolean {
  return !generalHeading.test(heading)
}

/** Page numbers that a conversion left among the text. */
export function isPageNumber({ label, line, text }: LabelledLine): boolean {
  return (
    label === null &&
    line.cell === null &&
    /^(?:page \d{1,4}(?: (?:of|\/) \d{1,4})?|[-–—] ?\d{1,4} ?[-–—]|\d{1,4})$/i.test(text)
  )
}

const signing =
  /^(?:in witness whereof|(?:signed|executed)(?:$|[,:_ ]+(?:and|by|on|this|at|in|as|before)\b|[:,]|\s*_)|dated?\b[^a-z]*(?:this\b|[_:.…\d]|$)|signatures?\b|so ordered|it is so ordered|approved(?: as to form)?\b[^a-z]{0,3}(?:by|and|as|:|$)|acknowledged\b|agreed (?:to )?and\b|respectfully submitted|by:|witness(?:es|ed)?\b[^a-z]{0,3}(?:by|:|$)|notary|sworn\b|subscribed\b|we have read\b|the parties have (?:signed|executed)|judge of\b|by the court\b)/i

const venue = /^(?:State|STATE|County|COUNTY|Province|PROVINCE) (?:of|OF) [A-Z][^.]{0,60}$/

/** Whether the signatures begin here: words of signing, or a line to sign on. */
export function opensSignatures({ label, text }: LabelledLine): boolean {
  return (
    label === null &&
    ((text.length < 400 && (signing.test(text) || venue.test(text))) ||
      /_{5,}|\.{12,}|…{4,}|(?:^|\s)\/s\//.test(text))
  )
}

const closingPaper =
  /acknowledg|notar|certificate|verification|affidavit|attorney|counsel|witness|signature|approv|consent of|order of|judge/i

/** A heading behind the signatures under which the plan goes on, `Holiday table`, rather than another formality. */
export function reopensPlan(line: LabelledLine, next: LabelledLine | undefined): boolean {
  if (!isCertainHeading(line) || closingPaper.test(line.text) || opensSignatures(line)) return false
  return next !== undefined && !opensSignatures(next) && !isSectionHeading(next)
}
