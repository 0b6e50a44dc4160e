/**
 * Finds numbers that can only be a payment card, a US social security number or a Canadian social insurance number:
 * by their shape and their check digit. Dates, phone numbers and court files have neither.
 */
export function findAccountNumbers(text: string): readonly string[] {
  const cards = [...text.matchAll(/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g)].filter(([run]) => passesLuhn(run))
  const canadian = [...text.matchAll(/(?<!\d)\d{3}[ -]\d{3}[ -]\d{3}(?![\d-])/g)].filter(([run]) =>
    passesLuhn(run),
  )
  const american = [...text.matchAll(/(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g)]
  return [...cards, ...canadian, ...american].map(([run]) => run)
}

/** The check digit of payment cards and Canadian social insurance numbers. */
function passesLuhn(run: string): boolean {
  const digits = [...run.replaceAll(/\D/g, '')].map(Number).toReversed()
  const sum = digits.reduce((total, digit, at) => {
    const doubled = at % 2 === 1 ? digit * 2 : digit
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return digits.some((digit) => digit > 0) && sum % 10 === 0
}
