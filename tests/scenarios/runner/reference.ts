import { profiles } from '#shared/commands/profiles.ts'
import { commands } from '#shared/commands/registry.ts'
import { exclusionNames, issueNames } from '#shared/domain/authority/issue-codes.ts'
import { gate as gateWords } from '#shared/i18n/en/gate.ts'
import { refusals } from '#shared/i18n/en/refusals.ts'
import { leftOutWords } from '#shared/documents/words/left-out.ts'
import { recordKinds } from '#shared/records/record.ts'
import { actions } from './actions.ts'
import { checks } from './check-format.ts'
import { describeFields, type FieldDescription } from './describe-schema.ts'
import { otherRefusals } from './other-refusals.ts'

/** What a command answers with beside `id`, for `$name.part` and `"expect": { "ok": … }`. */
const outputs: Readonly<Record<string, readonly string[]>> = {
  'plan.create': ['clauses'],
  'plan.import': ['clauses'],
  'plan.importFile': ['clauses'],
  'plan.joinClauses': ['clauses'],
  'plan.splitClause': ['clauses'],
  'plan.renumberClause': ['clauses'],
  'plan.retitleClause': ['clauses'],
  'plan.rewordClause': ['clauses'],
  'plan.addClause': ['clauses'],
  'plan.removeClause': ['clauses'],
  'dispute.raise': ['number'],
  'session.addEntry': ['entry'],
  'session.editEntry': ['entry'],
  'session.strikeEntry': ['entry'],
  'decision.draft': ['form'],
  'decision.check': ['isOpen', 'missing'],
  'decision.issue': ['number', 'title'],
  'decision.addTerm': ['term'],
  'decision.editTerm': ['term'],
  'document.export': ['fileName', 'sizeBytes', 'sha256', 'heldBack', 'findings', 'receipt'],
  'sample.add': ['cases'],
  'sample.remove': ['removed'],
}

/** Outputs that stand for no record have no id. */
const withoutId = new Set([
  'decision.check',
  'sample.add',
  'sample.remove',
  'vault.lock',
  'vault.unlock',
  'vault.reopen',
])

/** Writes the part of the README that follows from the code. */
export function writeReference(): string {
  const all = new Map<string, DescribedStep>([...commands, ...Object.entries(actions)])
  const names = [...commands.keys()].toSorted()
  return [
    '## Commands',
    ...names.flatMap((name) => describeStep(name, all.get(name))),
    '## Product actions',
    'What a user does with the program that is not one command.',
    ...Object.keys(actions).flatMap((name) => describeStep(name, all.get(name))),
    '## Checks',
    ...Object.entries(checks).flatMap(([name, { schema, summary }]) => [
      `### check: ${name}`,
      summary,
      fieldTable(describeFields(schema)),
    ]),
    '## Records',
    'What `record` checks find under a `path`. A party shows as its letter, a clause as its citation; every record also has `id`, `kind`, `caseId` and `rev`, which counts its changes from 1.',
    ...Object.entries(recordKinds).flatMap(([kind, { head, body }]) => [
      `### record: ${kind}`,
      pathTable([...describeFields(head), ...describeFields(body)]),
    ]),
    '## Refusals',
    'The code, and what the program says; `{{…}}` are facts that `"facts"` may check by name.',
    codeTable({ ...refusals, ...otherRefusals }),
    '## Gate items',
    'For `missing`, `closed` and `open`.',
    codeTable(gateWords.tests),
    '## Gate problems',
    'For `problems`, by code or by facts. `not-heard` has a `state`: `no-notice` or `window-open`; `content-missing` has a `part`: ' +
      `${Object.keys(gateWords.missing).map(code).join(', ')}.`,
    codeTable(gateProblemWords()),
    '## Codes',
    'Places (`profile`), the powers they know, and the numbers of days that they ask for:',
    placeTable(),
    'Issues:',
    codeTable(issueNames),
    'Exclusions:',
    codeTable(exclusionNames),
    'What a document may leave out (`heldBack`):',
    codeTable(Object.fromEntries(Object.entries(leftOutWords).map(([key, { what }]) => [key, what]))),
  ].join('\n\n')
}

interface DescribedStep {
  readonly summary: string
  readonly input: unknown
}

function describeStep(name: string, step: DescribedStep | undefined): readonly string[] {
  if (!step) return []
  const answers = [...(withoutId.has(name) ? [] : ['id']), ...(outputs[name] ?? [])]
  const fields = describeFields(step.input)
  return [
    `### ${name}`,
    step.summary,
    ...(fields.length === 0 ? ['No arguments.'] : [fieldTable(fields)]),
    ...(answers.length === 0 ? [] : [`Answers with ${answers.map(code).join(', ')}.`]),
  ]
}

function fieldTable(fields: readonly FieldDescription[]): string {
  const rows = fields.map(({ name, type, need }) => `| \`${name}\` | ${type} | ${need} |`)
  return ['| field | value | |', '| --- | --- | --- |', ...rows].join('\n')
}

function pathTable(fields: readonly FieldDescription[]): string {
  const rows = fields.map(({ name, type, need }) => {
    const mayBeNull = need.includes('null') ? ', or `null`' : ''
    return `| \`${name.replaceAll('[]', '.0')}\` | ${type}${mayBeNull} |`
  })
  return ['| path | value |', '| --- | --- |', ...new Set(rows)].join('\n')
}

function placeTable(): string {
  const rows = profiles.map(({ id, name, decisionTypes, decisionTitle, longestTermYears, deadlines }) => {
    const term =
      longestTermYears?.mark === 'primary' ? `${String(longestTermYears.years)} years` : 'not known'
    const asked = deadlines.map((each) => `\`${each.id}\``).join(', ') || 'none'
    return `| \`${id}\` | ${name} | ${decisionTypes.map(code).join(', ')} | ${decisionTitle} | ${term} | ${asked} |`
  })
  return [
    '| code | place | powers | title | longest term | deadlines |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function codeTable(words: Readonly<Record<string, string>>): string {
  const rows = Object.entries(words).map(([key, meaning]) => `| \`${key}\` | ${plain(meaning)} |`)
  return ['| code | meaning |', '| --- | --- |', ...rows].join('\n')
}

function gateProblemWords(): Readonly<Record<string, string>> {
  const {
    'not-heard-no-notice': noNotice,
    'not-heard-window-open': windowOpen,
    unknown: _,
    ...others
  } = gateWords.problems
  return {
    ...others,
    'not-heard': `${noNotice} / ${windowOpen}`,
    'content-missing': 'A required part is not written; see `part`.',
  }
}

function plain(text: string): string {
  return text
    .replace(/\{\{(parents?)\}\}/giu, '$1')
    .replace(/\|/gu, '\\|')
    .replace(/\n/gu, ' ')
}

function code(text: string): string {
  return `\`${text}\``
}
