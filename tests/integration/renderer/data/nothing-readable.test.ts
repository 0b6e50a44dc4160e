import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { anUnlockedVault, passphrase } from '#tests/support/vault/unlocked-vault.ts'
import { writeManyTexts, writeText } from '#tests/support/vault/note-commands.ts'
import { rawRows } from '#tests/support/vault/raw-rows.ts'

const canaries = [
  'Quillfeather',
  'Mooncricket Lane 17',
  'Zebulon-4711',
  'Ångströmskä',
  'marmalade-custody',
  'attachment',
  'case-1',
]

function spellings(canary: string): readonly Buffer[] {
  const utf8 = Buffer.from(canary)
  const utf16 = Buffer.from(canary, 'utf16le')
  const base64 = [0, 1, 2].map((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), utf8]).toString('base64')
    // Cut the characters that depend on the neighbours.
    return Buffer.from(shifted.slice(offset === 0 ? 0 : 4, -4))
  })
  return [utf8, utf16, Buffer.from(utf16).swap16(), Buffer.from(utf8.toString('hex')), ...base64]
}

describe('what lies on disk', () => {
  it('holds no word that was typed, in no encoding, and neither the passphrase nor the recovery key', async () => {
    const { computer, page, kit } = await anUnlockedVault()
    for (const [index, canary] of canaries.entries()) {
      const text = `${canary.repeat(index + 1)} in the text`
      await page.execute(writeText, { id: `id-${canary}`, title: `${canary} title`, text })
      const many = Array.from({ length: 64 }, (_, i) => ({ id: `${canary}-${i}`, title: canary, text }))
      await page.execute(writeManyTexts, many)
    }
    await page.session.lock()

    const tables = await Promise.all(
      (['heads', 'bodies', 'headPacks', 'bodyPacks', 'meta'] as const).map((table) =>
        rawRows(computer.databaseName, table),
      ),
    )
    const rows = tables.flat()
    expect(rows).toHaveLength(4 * canaries.length + 4)
    const secrets = [...canaries, passphrase, kit.recoveryKey, kit.recoveryKey.replaceAll('-', '')]
    const found = secrets.filter((secret) =>
      spellings(secret).some((spelling) => rows.some(({ value }) => Buffer.from(value).includes(spelling))),
    )
    expect(found).toEqual([])
    expect(computer.log.join('\n')).not.toMatch(/Quillfeather|correct horse/)
  })

  it('keeps only 16-byte keys and rows of few sizes', async () => {
    const { computer, page } = await anUnlockedVault()
    for (let length = 0; length < 12; length++) {
      await page.execute(writeText, {
        id: `n${length}`,
        title: 'T'.repeat(length),
        text: 'x'.repeat(length * 15),
      })
    }
    for (const table of ['heads', 'bodies'] as const) {
      const rows = await rawRows(computer.databaseName, table)
      expect(rows.every(({ key }) => (key as ArrayBuffer).byteLength === 16)).toBe(true)
      expect(new Set(rows.map(({ value }) => value.length))).toEqual(new Set([12 + 82 + 256]))
    }
  })
})
