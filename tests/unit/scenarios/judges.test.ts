import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findInFolder } from '#tests/scenarios/runner/find-in-folder.ts'
import { loadScenario } from '#tests/scenarios/runner/load-scenario.ts'
import { createMemoryDriver } from '#tests/scenarios/runner/memory-driver.ts'
import { readScenario } from '#tests/scenarios/runner/format.ts'
import { runScenario } from '#tests/scenarios/runner/run-scenario.ts'

const begin = join(import.meta.dirname, '../../scenarios/begin/finished-draft.json')

/** What the last step of a scenario that goes on from a finished draft finds wrong. */
async function problemsOf(...steps: readonly object[]): Promise<readonly string[]> {
  const before = await loadScenario(begin)
  const scenario = readScenario(JSON.stringify({ scenario: 'S', steps }), before)
  const whole = { ...scenario, steps: [...before.steps, ...scenario.steps] }
  const setting = { driver: createMemoryDriver(scenario.zone), readFile, report: () => undefined }
  return (await runScenario(whole, setting)).at(-1)?.problems ?? []
}

const exported = { do: 'document.export', as: 'word', with: { document: 'decision', subject: '$draft' } }

describe('a check that does not hold', () => {
  it.each([
    [
      { record: '$case', path: 'label', equals: 'Other' },
      /label should be "Other", is "Castellane and Veshti"/,
    ],
    [{ record: '$case', path: 'label', contains: ['Castellane', 'Other'] }, /should contain “Other”/],
    [{ record: '$case', path: 'label', excludes: 'Veshti' }, /should not contain “Veshti”/],
    [{ record: '$case', path: 'label', matches: '^V' }, /should match/],
    [{ record: '$case', path: 'label', absent: true }, /should be absent/],
    [{ record: '$case', path: 'labell', absent: false }, /is absent/],
    [{ record: '$case', path: 'parties', count: 3 }, /should have 3 entries, has 2/],
    [{ records: 'case', count: 2 }, /there should be 2 of case, there are 1/],
    [{ records: 'case', where: { profileId: 'us-az' }, count: 1 }, /there are 0/],
    [{ case: '$case', stage: 'agreement' }, /stage should be "agreement", is "active"/],
    [{ case: '$case', blocks: ['plan-missing'] }, /blocks should be/],
    [{ gate: '$draft', closed: ['both-heard'] }, /closed items should be \["both-heard"\], is \[\]/],
    [{ gate: '$draft', problems: ['not-heard'] }, /no problem "not-heard"/],
    [{ plan: '$plan', clause: '7.2', contains: 'noon' }, /clause 7\.2 should contain “noon”/],
    [{ plan: '$plan', clause: '9', absent: false }, /clause 9 is absent/],
    [{ plan: '$plan', citations: ['3.2'] }, /should be \["3\.2"\]/],
  ])('says so: %j', async (check, message) => {
    const problems = await problemsOf({ check: [check] })
    expect(problems.join('\n')).toMatch(message)
  })

  it.each([
    [{ contains: 'Nobody at all' }, /should contain/],
    [{ containsOnce: 'Castellane' }, /once, contains it 0 times|once, contains it \d+ times/],
    [{ excludes: 'Imogen' }, /should not contain “Imogen”/],
    [{ excludes: 'word/document.xml' }, /should not contain/],
    [{ inOrder: ['Decision', 'Determination No. 9'] }, /should come after/],
    [{ matches: 'Determination No\\. 7' }, /should match/],
    [{ title: 'Other' }, /title should be/],
    [{ fileName: 'Other' }, /should contain “Other”/],
    [{ fileNameExcludes: '.docx' }, /should not contain/],
  ])('says so of a document: %j', async (condition, message) => {
    const problems = await problemsOf({ ...exported, check: [{ document: '$word', ...condition }] })
    expect(problems.join('\n')).toMatch(message)
  })

  it('finds a string in an exported file, whatever its letters', async () => {
    const problems = await problemsOf(exported, { check: [{ leak: ['imogen CASTELLANE'] }] })
    expect(problems.join('\n')).toMatch(/stands in Determination/)
  })
})

describe('an outcome that is not the expected one', () => {
  const issue = { do: 'decision.issue', with: { decision: '$draft' } }
  const closed = { do: 'decision.update', with: { decision: '$draft', reasons: '' } }

  it.each([
    [[{ ...issue, expect: { refused: 'gate-closed' } }], /was done, should have been refused/],
    [[issue, issue], /refused: issued-immutable/],
    [
      [issue, { ...issue, expect: { refused: 'gate-closed' } }],
      /refused with issued-immutable, should be gate-closed/,
    ],
    [[{ ...issue, expect: { ok: { title: 'Award No. 1' } } }], /should include/],
    [
      [closed, { ...issue, expect: { refused: 'gate-closed', missing: ['both-heard'] } }],
      /should be \["both-heard"\]/,
    ],
    [
      [closed, { ...issue, expect: { refused: 'gate-closed', problems: ['no-clause'] } }],
      /no problem "no-clause"/,
    ],
    [[closed, { ...issue, expect: { refused: 'gate-closed', facts: { missing: ['x'] } } }], /should name/],
    [
      [
        {
          do: 'case.end',
          with: { case: '$case', on: 'Sun 26 Oct 2026', how: 'expired' },
          expect: { refused: 'wrong-weekday', field: 'how' },
        },
      ],
      /should be wrong-weekday/,
    ],
    [
      [
        { ...closed, as: 'x', with: { decision: '$dispute' } },
        { do: 'decision.check', with: { decision: '$x' } },
      ],
      /\$x was never made/,
    ],
    [
      [
        { ...closed, as: 'x' },
        { do: 'decision.check', with: { decision: '$x.term' } },
      ],
      /\$x\.term does not exist; there are: id/,
    ],
  ])('is told: %j', async (steps, message) => {
    expect((await problemsOf(...steps)).join('\n')).toMatch(message)
  })
})

describe('findInFolder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-find-'))
  mkdirSync(join(folder, 'deep'))
  const write = (name: string, content: Buffer) => writeFileSync(join(folder, 'deep', name), content)
  const word = '14 Fennel Row'
  write('utf8', Buffer.from(`x${word}y`))
  write('utf16', Buffer.from(word, 'utf16le'))
  write('base64', Buffer.from(Buffer.from(`ab${word} and more`).toString('base64')))
  write('none', Buffer.from('14 Fennel Street'))
  write('named 14 Fennel Row', Buffer.alloc(0))

  it('finds a string in every form, and in names', async () => {
    const found = (await findInFolder(folder, [word])).join('\n')
    for (const name of ['utf8', 'utf16', 'base64', 'named 14 Fennel Row'])
      expect(found).toContain(join('deep', name))
    expect(found).not.toContain('none')
  })
})

describe('loadScenario', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-load-'))
  const write = (name: string, content: object) => {
    writeFileSync(join(folder, name), JSON.stringify(content))
    return join(folder, name)
  }
  const step = { do: 'sample.remove' }

  it('refuses a file that is not there, a circle, and a missing plan, each by name', async () => {
    const missing = write('missing.json', { scenario: 'S', after: 'nowhere.json', steps: [step] })
    await expect(loadScenario(missing)).rejects.toThrow('nowhere.json: cannot be read (ENOENT)')
    const circle = write('circle.json', { scenario: 'S', after: 'circle.json', steps: [step] })
    await expect(loadScenario(circle)).rejects.toThrow('circle.json: comes after itself')
    const plan = { do: 'plan.importFile', with: { case: 'x', file: 'plan.docx' } }
    const without = write('plan.json', { scenario: 'S', steps: [step, plan] })
    await expect(loadScenario(without)).rejects.toThrow(
      'plan.json: step 2 (plan.importFile): file: there is no file "plan.docx"',
    )
  })
})
