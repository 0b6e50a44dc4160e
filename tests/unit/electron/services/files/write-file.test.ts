import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import * as fs from 'node:fs/promises'
import { err, ok } from '#shared/domain/result.ts'
import { findFreePath } from '#electron/services/files/free-path.ts'
import { writeFileAtomically } from '#electron/services/files/write-file.ts'
import { aFolder } from '#tests/support/host/folders.ts'

vi.mock('node:fs/promises', { spy: true })

const bytes = new TextEncoder().encode('The exchange is at the school.')
const sha256 = createHash('sha256').update(bytes).digest('hex')

function failingWith(code: string): Error {
  return Object.assign(new Error(code), { code })
}

describe('writeFileAtomically', () => {
  it('writes the file, readable by the owner only, and answers with what it read back', async () => {
    const path = join(aFolder(), 'new', 'Decision.docx')
    expect(await writeFileAtomically(path, bytes)).toEqual(
      ok({ fileName: 'Decision.docx', bytes: bytes.length, sha256 }),
    )
    expect(readFileSync(path)).toEqual(Buffer.from(bytes))
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('leaves nothing beside the file', async () => {
    const folder = aFolder()
    await writeFileAtomically(join(folder, 'Decision.docx'), bytes)
    expect(readdirSync(folder)).toEqual(['Decision.docx'])
  })

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'not-writable'],
    ['EROFS', 'not-writable'],
    ['EIO', 'not-writable'],
  ])('answers %s at the rename with %s, and leaves the old file as it was', async (code, expected) => {
    const folder = aFolder()
    const path = join(folder, 'Decision.docx')
    writeFileSync(path, 'older')
    vi.mocked(fs.rename).mockRejectedValueOnce(failingWith(code))
    expect(await writeFileAtomically(path, bytes)).toEqual(err({ code: expected }))
    expect(readFileSync(path, 'utf8')).toBe('older')
    expect(readdirSync(folder)).toEqual(['Decision.docx'])
  })

  it('answers disk-full when the temporary file cannot be opened for want of space', async () => {
    const folder = aFolder()
    vi.mocked(fs.open).mockRejectedValueOnce(failingWith('ENOSPC'))
    expect(await writeFileAtomically(join(folder, 'Decision.docx'), bytes)).toEqual(
      err({ code: 'disk-full' }),
    )
    expect(readdirSync(folder)).toEqual([])
  })

  it('does not believe a disk that gives back something else', async () => {
    const folder = aFolder()
    vi.mocked(fs.readFile).mockResolvedValueOnce(Buffer.from('other'))
    expect(await writeFileAtomically(join(folder, 'Decision.docx'), bytes)).toEqual(
      err({ code: 'not-writable' }),
    )
  })

  it('answers not-writable when a file stands where the folder should be', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'taken'), '')
    expect(await writeFileAtomically(join(folder, 'taken', 'Decision.docx'), bytes)).toEqual(
      err({ code: 'not-writable' }),
    )
  })
})

describe('findFreePath', () => {
  it('counts on from the names that are taken, and never names an existing file', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'Decision.docx'), '')
    mkdirSync(join(folder, 'Decision (2).docx'))
    expect(await findFreePath(folder, 'Decision.docx')).toBe(join(folder, 'Decision (3).docx'))
  })

  it('takes the name itself when the folder does not exist yet', async () => {
    const folder = join(aFolder(), 'later')
    expect(await findFreePath(folder, 'Decision.docx')).toBe(join(folder, 'Decision.docx'))
  })

  it('fails on a folder it may not look into, instead of taking a name for free', async () => {
    vi.mocked(fs.lstat).mockRejectedValueOnce(failingWith('EACCES'))
    await expect(findFreePath(aFolder(), 'Decision.docx')).rejects.toThrow('EACCES')
  })
})
