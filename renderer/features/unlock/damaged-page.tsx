import { Button, Group } from '@mantine/core'
import { DoorPage } from '#renderer/ui/door/door-page.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { t } from '#shared/i18n/index.ts'
import { problemWords } from './problem-words.ts'

interface DamagedPageProps {
  readonly code: string
  readonly onRestore: () => void
}

/** The vault cannot be opened at all: what that means for the records, and what to do. */
export function DamagedPage({ code, onRestore }: DamagedPageProps) {
  const { title, kept, next } = problemWords(code)
  return (
    <DoorPage title={t('unlock.damagedTitle')}>
      <div style={{ marginTop: '1.5rem' }}>
        <Notice
          tone="danger"
          title={title}
          kept={kept}
          next={next}
          action={
            <Group gap="xs">
              <Button variant="default" onClick={() => location.reload()}>
                {t('unlock.lookAgain')}
              </Button>
              <Button variant="default" onClick={onRestore}>
                {t('backups.restore.title')}
              </Button>
            </Group>
          }
        />
      </div>
    </DoorPage>
  )
}
