import type { LabelledLine } from '../labels/find-labels.ts'

/** The wording of some lines: one line each, cells of a row side by side, bullets marked, notes beneath their line. */
export function writeText(lines: readonly LabelledLine[]): string {
  let written = ''
  let row: number | null = null
  let cell: number | null = null
  for (const line of lines) {
    const place = line.line.cell
    const piece = lineText(line)
    if (piece === '') continue
    const isBeside = place !== null && place.row === row && place.cell !== cell
    written += written === '' ? piece : `${isBeside ? '\t' : '\n'}${piece}`
    row = place?.row ?? null
    cell = place?.cell ?? null
  }
  return written
}

/** The text of one line as it stands in a clause or in the original. */
export function lineText({ line, text, isBullet }: LabelledLine): string {
  return [`${isBullet ? '• ' : ''}${text}`, ...line.notes].filter((part) => part.trim() !== '').join('\n')
}
