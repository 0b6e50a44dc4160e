import { Notice } from '#renderer/ui/notice.tsx'
import { t } from '#shared/i18n/index.ts'

/** The history could not be read. */
export function FailedNotice() {
  return (
    <Notice
      live
      tone="danger"
      title={t('history.failed.title')}
      kept={t('history.failed.kept')}
      next={t('history.failed.next')}
    />
  )
}
