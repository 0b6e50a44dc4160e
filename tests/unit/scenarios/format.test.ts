import { describe, expect, it } from 'vitest'
import { readScenario } from '#tests/scenarios/runner/format.ts'

const create = {
  do: 'case.create',
  as: 'case',
  with: { parties: [{ name: 'Imogen Castellane' }, { name: 'Darko Veshti' }] },
}

function read(steps: readonly object[], over: object = {}) {
  return () => readScenario(JSON.stringify({ scenario: 'S', steps, ...over }))
}

describe('readScenario', () => {
  it('reads a step with its checks', () => {
    const scenario = read([{ ...create, check: [{ case: '$case', stage: 'conflict-check' }] }])()
    expect(scenario.steps).toMatchObject([
      { do: 'case.create', check: [{ name: 'case', value: { stage: 'conflict-check' } }] },
    ])
  })

  it.each([
    [
      'an unknown command',
      [{ do: 'case.frobnicate' }],
      /step 1 \(case\.frobnicate\): there is no command "case\.frobnicate"\. There are: .*case\.create/,
    ],
    [
      'an unknown field of a command',
      [{ ...create, with: { ...create.with, colour: 'red' } }],
      /step 1 \(case\.create\): unknown field "colour"\. Known here: label, profile/,
    ],
    [
      'an unknown field deep inside',
      [{ ...create, with: { parties: [{ name: 'A', age: 3 }] } }],
      /unknown field "parties\.0\.age"\. Known here: name, shortName, role/,
    ],
    [
      'an unknown key of a step',
      [{ ...create, expects: 'ok' }],
      /step 1: unknown field "expects"\. Known here: note, at, do/,
    ],
    [
      'an unknown check',
      [{ ...create, check: [{ recrod: '$case' }] }],
      /step 1, check 1: begins with none of record, records/,
    ],
    [
      'an unknown condition of a check',
      [{ ...create, check: [{ record: '$case', path: 'label', equal: 'x' }] }],
      /step 1, check 1 \(record\): unknown field "equal"/,
    ],
    [
      'an unknown gate item',
      [{ ...create, check: [{ gate: '$case', closed: ['heard'] }] }],
      /step 1, check 1 \(gate\): closed\.0/,
    ],
    [
      'a name that was never given',
      [{ do: 'case.resume', with: { case: '$other' } }],
      /"\$other" is not the "as" of an earlier step\. There are: none yet/,
    ],
    [
      'a name that is given later',
      [{ do: 'case.resume', with: { case: '$case' } }, create],
      /step 1: "\$case"/,
    ],
    ['a step that does nothing', [{ note: 'just words' }], /step 1: needs "do" or "check"/],
    ['arguments without a command', [{ with: {}, check: [] }], /belong to a "do"/],
    ['an impossible expectation', [{ ...create, expect: { refuse: 'x' } }], /step 1: .*refuse/],
    [
      'a wrong weekday of the clock',
      [{ ...create, at: 'Sun 5 Jan 2026 09:00' }],
      /step 1: at: .*wrong-weekday/,
    ],
    [
      'an unknown field of a duration',
      [
        { ...create },
        {
          do: 'decision.addTerm',
          with: { decision: '$case', text: 'T', duration: { kind: 'once', until: '2026-01-01' } },
        },
      ],
      /unknown field "duration\.until"\. Known here: kind, on/,
    ],
  ])('refuses %s by name', (_name, steps, message) => {
    expect(read(steps)).toThrow(message)
  })

  it('refuses unknown fields and zones of the file', () => {
    expect(read([create], { step: [] })).toThrow(/the file: unknown field "step"/)
    expect(read([create], { zone: 'Mars/Olympus' })).toThrow(/no time zone "Mars\/Olympus"/)
    expect(() => readScenario('{')).toThrow(/not JSON/)
  })

  it('leaves values to the program, so that a scenario may expect their refusal', () => {
    expect(read([{ ...create, with: { parties: 7 } }])).not.toThrow()
  })

  it('does not take a price for a name', () => {
    expect(read([{ ...create, with: { ...create.with, label: '$4,200' } }])).not.toThrow()
  })
})
