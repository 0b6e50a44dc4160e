import { maxTextLength } from '#shared/domain/values.ts'
import { hasText, t } from '#shared/i18n/index.ts'
import { describeRefusal } from '#shared/i18n/refusals.ts'
import { Notice } from './notice.tsx'

type Refusal = Readonly<{ code: string; [fact: string]: unknown }>

interface RefusalNoticeProps {
  /** Why the last command was refused; nothing is shown without one. */
  readonly refusal: Refusal | undefined
  /** The people of the case, so that a sentence can name them. */
  readonly parties?: readonly { readonly id: string; readonly name: string }[]
}

/** Says why something was not done, and that what was typed is still there. */
export function RefusalNotice({ refusal, parties = [] }: RefusalNoticeProps) {
  if (!refusal) return null
  const sentence = describeRefusal(firstField(refusal), { parties, termIds: [] })
  return <Notice live tone="danger" title={sentence} kept={t('ui.refused.kept')} />
}

/** An input that the command could not read is told by its first field. */
function firstField(refusal: Refusal): Refusal {
  const [field] = Array.isArray(refusal['fields']) ? (refusal['fields'] as unknown[]) : []
  if (refusal.code !== 'bad-input' || !isFieldProblem(field)) return refusal
  if (hasText(`refusals.${field.message}`)) return { ...field, code: field.message }
  if (field.code === 'too_big') return { code: 'text-too-long', longest: longestIn(field.message) }
  return { code: field.code === 'too_small' ? 'field-empty' : 'invalid-input', field: field.field }
}

/** The limit that the schema names in its message. */
function longestIn(message: string): number {
  return Number(/<=(\d+)/u.exec(message)?.[1] ?? maxTextLength)
}

function isFieldProblem(value: unknown): value is { field: string; code: string; message: string } {
  return (
    typeof value === 'object' && value !== null && 'field' in value && 'code' in value && 'message' in value
  )
}
