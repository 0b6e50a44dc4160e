import { Button, Group } from '@mantine/core'
import { DoorPage } from '#renderer/ui/door/door-page.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { t } from '#shared/i18n/index.ts'
import { BrokenStorage } from './broken-storage.tsx'
import { isNewer, problemWords } from './problem-words.ts'
import { SaveCopy } from './save-copy.tsx'
import classes from './unlock.module.css'

interface DamagedPageProps {
  readonly code: string
  readonly onRestore: () => void
}

/** The vault cannot be opened at all: what that means for the records, and what to do. */
export function DamagedPage({ code, onRestore }: DamagedPageProps) {
  return (
    <DoorPage title={t('unlock.damagedTitle')}>
      <div className={classes.before}>
        {code === 'store-broken' ? <BrokenStorage /> : <Problem code={code} onRestore={onRestore} />}
        {isNewer(code) && <SaveCopy />}
      </div>
    </DoorPage>
  )
}

function Problem({ code, onRestore }: DamagedPageProps) {
  const { title, kept, next } = problemWords(code)
  return (
    <Notice
      tone="danger"
      title={title}
      kept={kept}
      next={next}
      action={
        <Group gap="sm">
          <Button variant="default" onClick={() => location.reload()}>
            {t('unlock.lookAgain')}
          </Button>
          {/* A backup cannot take the place of a vault that this program may not write. */}
          {!isNewer(code) && (
            <Button variant="default" onClick={onRestore}>
              {t('backups.restore.title')}
            </Button>
          )}
        </Group>
      }
    />
  )
}
