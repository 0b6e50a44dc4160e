import { Button } from '@mantine/core'
import type { Restored } from '#renderer/data/index.ts'
import { DoorPage } from '#renderer/ui/door/door-page.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { t } from '#shared/i18n/index.ts'
import classes from './unlock.module.css'

interface RestoredPageProps {
  readonly restored: Restored
  readonly onDone: () => void
}

/** After records were put back from the second copy: what happened, what came of it, and on to the records. */
export function RestoredPage({ restored, onDone }: RestoredPageProps) {
  const { reason, records, isWhole } = restored
  return (
    <DoorPage title={t('unlock.recovery.doneTitle')} lead={t(`unlock.recovery.was.${reason}`)}>
      <div className={classes.before}>
        <Notice
          live
          tone={isWhole ? 'good' : 'warning'}
          title={t('unlock.recovery.doneCount', { count: records })}
          kept={t(isWhole ? 'unlock.recovery.doneWhole' : 'unlock.recovery.donePart')}
          next={t(isWhole ? 'unlock.recovery.doneNext' : 'unlock.recovery.donePartNext')}
          action={
            <Button onClick={onDone} autoFocus>
              {t('unlock.recovery.continue')}
            </Button>
          }
        />
      </div>
    </DoorPage>
  )
}
