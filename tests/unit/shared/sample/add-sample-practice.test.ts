import { describe, expect, it } from 'vitest'
import { addSamplePractice } from '#shared/sample/add-sample-practice.ts'
import { MemoryVault } from '#tests/support/memory-vault.ts'

async function withSample(vault: MemoryVault) {
  return addSamplePractice((command, input) => vault.run(command, input), vault.now)
}

/** Days spread over several years, the turn of a year and a leap day among them. */
const days = [
  '2025-01-01',
  '2026-10-19',
  '2026-10-20',
  '2026-11-21',
  '2027-06-15',
  '2028-02-29',
  '2030-12-31',
  '2041-07-04',
]

describe('addSamplePractice', () => {
  it.each(days)('tells the same story on %s', async (day) => {
    const vault = new MemoryVault({ now: `${day}T05:00:00Z`, zone: 'Europe/Berlin' })
    const added = await withSample(vault)
    expect(added).toMatchObject({ ok: true })
    const decisions = vault
      .reader()
      .list('decision')
      .map(({ head }) => [head.state, head.title])
    expect(decisions).toEqual([
      ['issued', 'Determination No. 1'],
      ['draft', ''],
    ])
  })

  it('marks everything it adds', async () => {
    const vault = new MemoryVault()
    await withSample(vault)
    const unmarked = vault.all().filter(({ head }) => !('sample' in head && Boolean(head.sample)))
    expect(unmarked).toEqual([])
  })

  it('is removed without a trace', async () => {
    const vault = new MemoryVault()
    await withSample(vault)
    expect(vault.all().length).toBeGreaterThan(8)
    await vault.execute('sample.remove', {})
    expect(vault.all()).toEqual([])
  })

  it('leaves the names of a practice that has some, and every own case', async () => {
    const vault = new MemoryVault()
    await vault.execute('practice.update', { coordinatorName: 'Own Name' })
    await vault.execute('case.create', { parties: [{ name: 'Own One' }, { name: 'Own Two' }] })
    const before = vault.all()
    await withSample(vault)
    await vault.execute('sample.remove', {})
    expect(vault.all()).toEqual(before)
  })

  it('takes its names back and leaves the settings that were made before or since', async () => {
    const vault = new MemoryVault()
    await vault.execute('practice.update', { appearance: 'dark' })
    await withSample(vault)
    await vault.execute('practice.update', { paperSize: 'a4' })
    await vault.execute('sample.remove', {})
    expect(vault.reader().list('practice')).toMatchObject([
      { head: { coordinatorName: '', place: '', appearance: 'dark', paperSize: 'a4' } },
    ])
  })

  it('leaves the names that were typed over its own', async () => {
    const vault = new MemoryVault()
    await withSample(vault)
    await vault.execute('practice.update', { coordinatorName: 'Own Name', place: 'Own Place' })
    await vault.execute('sample.remove', {})
    expect(vault.reader().list('practice')).toMatchObject([
      { head: { coordinatorName: 'Own Name', place: 'Own Place' } },
    ])
  })

  it('takes with it what was added to a sample family', async () => {
    const vault = new MemoryVault()
    const added = await withSample(vault)
    const [matter] = added.ok ? added.value.cases : []
    const session = { case: matter, heldOn: '1 Nov 2026', startTime: '10:00', method: 'phone' }
    expect(await vault.execute('session.open', session)).toMatchObject({ ok: true })
    await vault.execute('sample.remove', {})
    expect(vault.all()).toEqual([])
  })
})
