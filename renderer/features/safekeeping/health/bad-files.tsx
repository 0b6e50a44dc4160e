import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import { takeFileFromBackup, useBackupTask, useVault } from '#renderer/data/index.ts'
import type { KeptFileProblem, ReadModel } from '#renderer/data/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { formatDateTime } from '#shared/i18n/format.ts'
import { t, textFor } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { formatSize } from '#renderer/ui/format-size.ts'
import classes from './health.module.css'

const allRecords = (model: ReadModel) => model

interface BadFilesProps {
  readonly problems: readonly KeptFileProblem[]
  readonly zone: string
  readonly isReadOnly: boolean
}

type Taken =
  { readonly name: string; readonly at: string } | { readonly name: string; readonly problem: string }

/** The files that are not as they were added, with their cases, and the way to look for each in the backups. */
export function BadFiles({ problems, zone, isReadOnly }: BadFilesProps) {
  const records = useVault(allRecords)
  const task = useBackupTask()
  const [taken, setTaken] = useState<Taken>()
  const [busyWith, setBusyWith] = useState<string>()
  const files = problems.flatMap((problem) => {
    const entry = records.list('attachment').find(({ id }) => id === problem.id)
    return entry ? [{ entry, problem }] : []
  })
  const take = async ({ id, head }: RecordEntry<'attachment'>) => {
    setTaken(undefined)
    setBusyWith(id)
    const put = await takeFileFromBackup(id).catch(() => undefined)
    setBusyWith(undefined)
    if (put?.ok === false && put.error.code === 'cancelled') return
    setTaken(
      put?.ok
        ? { name: head.title, at: formatDateTime(put.value.at, zone) }
        : { name: head.title, problem: put?.error.code ?? 'other' },
    )
  }
  return (
    <>
      {taken && <TakenNotice taken={taken} />}
      {files.length > 0 && (
        <Notice
          tone="danger"
          title={t('health.files.bad', { count: files.length })}
          kept={t('health.files.badKept')}
          next={isReadOnly ? undefined : t('health.files.badNext')}
          action={
            <ul aria-label={t('health.files.badList')} className={classes.files}>
              {files.map(({ entry, problem }) => (
                <li key={entry.id}>
                  <FileName entry={entry} records={records} code={problem.code} />
                  {!isReadOnly && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={t('health.files.takeNamed', { name: entry.head.title })}
                      loading={busyWith === entry.id}
                      disabled={task !== undefined || busyWith !== undefined}
                      onClick={() => void take(entry)}
                    >
                      {t('health.files.take')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <p role="status" className={busyWith === undefined ? 'eh-visually-hidden' : classes.last}>
        {busyWith === undefined ? '' : takingWords(task)}
      </p>
    </>
  )
}

function takingWords(task: ReturnType<typeof useBackupTask>): string {
  if (task?.kind !== 'file' || !task.progress) return t('health.files.takingBegins')
  const { bytes, totalBytes } = task.progress
  return t('health.files.taking', { size: formatSize(bytes), total: formatSize(totalBytes) })
}

interface FileNameProps {
  readonly entry: RecordEntry<'attachment'>
  readonly records: ReadModel
  readonly code: KeptFileProblem['code']
}

function FileName({ entry: { id, caseId, head }, records, code }: FileNameProps) {
  const matter = records.list('case').find((each) => each.id === caseId)
  const family = matter ? `${t('health.files.ofCase', { name: matter.head.label })} ` : ''
  return (
    <div>
      {caseId === null ? head.title : <Anchor href={caseHref(caseId, 'files', id)}>{head.title}</Anchor>}
      <p className={classes.finding}>
        {family}
        {t(`health.files.${code}`)}
      </p>
    </div>
  )
}

function TakenNotice({ taken }: { readonly taken: Taken }) {
  const { name } = taken
  if ('at' in taken)
    return (
      <Notice
        live
        tone="good"
        title={t('health.files.taken', { name })}
        kept={t('health.files.takenKept', { at: taken.at })}
      />
    )
  return (
    <Notice
      live
      tone="warning"
      title={t('health.files.notTaken', { name })}
      kept={t('health.files.notTakenKept')}
      next={textFor(`health.files.problems.${taken.problem}`, {}, t('health.files.problems.other'))}
    />
  )
}
