import { Button } from '@mantine/core'
import { Notice } from '#renderer/ui/notice.tsx'
import { t } from '#shared/i18n/index.ts'
import { useBrokenStorage } from './use-broken-storage.ts'

/**
 * The browser refuses its own storage for good: it is set aside, if the second copy can give everything back. Where it
 * cannot, nothing is offered but to look again, and the words say what to do by hand.
 */
export function BrokenStorage() {
  const { copy, problem, isGoing, setAside } = useBrokenStorage()
  if (copy === undefined)
    return (
      <Notice
        key="reading"
        live
        tone="warning"
        title={t('storage.broken.title')}
        next={t('storage.broken.reading')}
      />
    )
  const isTried = copy === 'whole' && problem !== undefined
  return (
    <Notice
      key="told"
      live
      tone="danger"
      title={t(isTried ? 'storage.broken.again.title' : 'storage.broken.title')}
      kept={t(`storage.broken.kept.${copy}`)}
      next={
        isGoing
          ? t('storage.broken.going')
          : t(isTried ? `storage.broken.again.${problem}` : `storage.broken.next.${copy}`)
      }
      action={
        copy === 'whole' ? (
          <Button loading={isGoing} onClick={() => void setAside()}>
            {t('storage.broken.button')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => location.reload()}>
            {t('unlock.lookAgain')}
          </Button>
        )
      }
    />
  )
}
