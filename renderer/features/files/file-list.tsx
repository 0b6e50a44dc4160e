import { Button, FileButton } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { additions, useAdditions, useReadOnly, useRecords } from '#renderer/data/index.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { AdditionList } from './addition-list.tsx'
import classes from './files.module.css'
import { FileTable } from './file-table.tsx'
import { useIncomingFiles } from './use-incoming-files.ts'

/** Everything that came in for a family, and the ways to add more. */
export function FileList({ matter }: { readonly matter: RecordEntry<'case'> }) {
  const files = useRecords('attachment', matter.id)
  const onTheirWay = useAdditions(matter.id)
  const today = dateIn(matter.head.zone, useNow())
  const isReadOnly = useReadOnly()
  const add = (chosen: readonly File[]) => {
    if (!isReadOnly) additions.add(chosen, { caseId: matter.id, receivedOn: today })
  }
  const isOver = useIncomingFiles(add)
  const isEmpty = files.length === 0 && onTheirWay.length === 0
  return (
    <Page
      title={t('files.title')}
      where={[matter.head.label, t('files.title')]}
      lead={t('files.lead')}
      action={isEmpty ? undefined : <AddButton isDisabled={isReadOnly} onAdd={add} />}
    >
      <div className={classes.drop} data-over={isOver || undefined}>
        <AdditionList list={onTheirWay} />
        {isEmpty ? (
          <EmptyState
            icon={IconPaperclip}
            title={isOver ? t('files.dropNow') : t('files.none.title')}
            hint={t('files.none.hint')}
            action={<AddButton isDisabled={isReadOnly} onAdd={add} />}
          />
        ) : (
          <>
            <FileTable matter={matter} files={files.toReversed()} />
            <p className={classes.hint}>
              <IconPaperclip size={16} stroke={1.6} aria-hidden />
              <span>
                <b>{isOver ? t('files.dropNow') : t('files.drop')}</b> {t('files.dropHint')}
              </span>
            </p>
          </>
        )}
      </div>
    </Page>
  )
}

interface AddButtonProps {
  readonly isDisabled: boolean
  readonly onAdd: (files: readonly File[]) => void
}

function AddButton({ isDisabled, onAdd }: AddButtonProps) {
  return (
    <FileButton multiple onChange={onAdd} disabled={isDisabled} inputProps={{ 'aria-label': t('files.add') }}>
      {(props) => (
        <Button {...props} disabled={isDisabled}>
          {t('files.add')}
        </Button>
      )}
    </FileButton>
  )
}
