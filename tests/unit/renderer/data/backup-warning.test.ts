import { describe, expect, it } from 'vitest'
import { backupWarning, isBackupDue, isRehearsalDue } from '#renderer/data/backup/automatic.ts'
import type { BackupStatus } from '#renderer/data/backup/backup-keeper.ts'

const now = '2026-11-22T10:00:00.000Z'
const daysAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()
const good = (at: string) => ({ name: 'Evenhand backup.cvbak', at, bytes: 1, records: 1, attachments: 0 })
const ready = { id: '0'.repeat(32), name: 'Stick', state: 'ready' } as const
const aStatus = (change: Partial<BackupStatus> = {}): BackupStatus => ({
  folder: ready,
  lastGood: good(daysAgo(1)),
  rehearsal: { at: daysAgo(3), name: 'Evenhand backup.cvbak', records: 1, isGood: true },
  ...change,
})

describe('backupWarning', () => {
  it.each([
    [
      'nothing when the last good one is six days old',
      aStatus({ lastGood: good(daysAgo(6)) }),
      { code: 'none' },
    ],
    ['that it is seven days old', aStatus({ lastGood: good(daysAgo(7)) }), { code: 'old', days: 7 }],
    ['that there is none', aStatus({ lastGood: null }), { code: 'old', days: undefined }],
    ['that no folder was chosen', aStatus({ folder: null }), { code: 'no-folder' }],
    ['that the folder is away', aStatus({ folder: { ...ready, state: 'gone' } }), { code: 'folder-gone' }],
    [
      'that it may not be written',
      aStatus({ folder: { ...ready, state: 'not-writable' } }),
      { code: 'folder-not-writable' },
    ],
  ])('says %s', (_name, status, warning) => {
    expect(backupWarning(status, now)).toEqual(warning)
  })
})

describe('what is due', () => {
  it('is a backup once a day, into a folder that is there', () => {
    expect(isBackupDue(aStatus(), now)).toBe(true)
    expect(isBackupDue(aStatus({ lastGood: good(daysAgo(0.9)) }), now)).toBe(false)
    expect(isBackupDue(aStatus({ lastGood: null }), now)).toBe(true)
    expect(isBackupDue(aStatus({ folder: { ...ready, state: 'gone' }, lastGood: null }), now)).toBe(false)
  })

  it('is a rehearsal once a month, the day after one that failed, and never without a backup', () => {
    const tried = (days: number, isGood: boolean) => ({
      rehearsal: { at: daysAgo(days), name: 'x.cvbak', records: 1, isGood },
    })
    expect(isRehearsalDue(aStatus(tried(29, true)), now)).toBe(false)
    expect(isRehearsalDue(aStatus(tried(30, true)), now)).toBe(true)
    expect(isRehearsalDue(aStatus(tried(0.5, false)), now)).toBe(false)
    expect(isRehearsalDue(aStatus(tried(1, false)), now)).toBe(true)
    expect(isRehearsalDue(aStatus({ rehearsal: null }), now)).toBe(true)
    expect(isRehearsalDue(aStatus({ rehearsal: null, lastGood: null }), now)).toBe(false)
  })
})
