import type { FileProblem } from '#renderer/data/index.ts'
import type { Refusal } from '#shared/commands/command.ts'
import { fileTypeOf } from '#shared/domain/attachment/file-type.ts'
import { formatNumber } from '#shared/i18n/format.ts'
import { t, textFor } from '#shared/i18n/index.ts'
import { describeRefusal } from '#shared/i18n/refusals.ts'

const KiB = 1024

/** A size as people say it: `812 KB`, `3.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < KiB) return `${formatNumber(bytes)} B`
  if (bytes < KiB * KiB) return `${formatNumber(Math.round(bytes / KiB))} KB`
  return `${formatNumber(Math.round((bytes / KiB / KiB) * 10) / 10)} MB`
}

/** What a file is, by the kind that its bytes told. */
export function kindWords(mediaType: string): string {
  return t(`files.kinds.${fileTypeOf(mediaType)}`)
}

/** Says what went wrong with a file, and what to do. */
export function problemWords(problem: FileProblem | Refusal): string {
  const ours = textFor(`files.problems.${problem.code}`, {}, '')
  return ours === '' ? describeRefusal(problem) : ours
}
