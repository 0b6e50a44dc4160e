import { describe, expect, it } from 'vitest'
import { aLog } from '#tests/support/host/log.ts'

describe('createLog', () => {
  it('writes one JSON object a line with time, level, code and facts', () => {
    const { log, lines } = aLog()
    log.warn('export-failed', { reason: 'disk-full', durationMs: 412, retried: true })
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        at: '2026-03-02T09:00:00.000Z',
        level: 'warn',
        code: 'export-failed',
        reason: 'disk-full',
        durationMs: 412,
        retried: true,
      },
    ])
  })

  it.each([
    'Marisol Castellane',
    '/home/rowan/Documents/decision.docx',
    'C:\\Users\\rowan',
    'He said "no"',
    'correct horse battery staple',
    'line\nbreak',
    'מירב',
    'x'.repeat(65),
  ])('withholds the fact %j', (fact) => {
    const { log, lines } = aLog()
    log.info('saved', { fact })
    expect(lines[0]).not.toContain(fact)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ fact: 'withheld' })
  })

  it('withholds a code and a name of a fact that are no codes', () => {
    const { log, lines } = aLog()
    log.error('Could not save Marisol’s note', { 'Marisol Castellane': 1 })
    expect(lines[0]).not.toContain('Marisol')
  })
})
