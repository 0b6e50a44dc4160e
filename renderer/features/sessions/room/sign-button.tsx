import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { signSession } from '#shared/commands/sessions.ts'
import { t } from '#shared/i18n/index.ts'

interface SignButtonProps {
  readonly sessionId: string
  /** Saves the last words; nothing is signed before they are on the disk. */
  readonly flush: () => Promise<boolean>
  readonly onSigned: () => void
}

/** Signs and locks the session, after asking. */
export function SignButton({ sessionId, flush, onSigned }: SignButtonProps) {
  const sign = useCommand(signSession)
  const [isAsked, setAsked] = useState(false)
  const [isUnsaved, setUnsaved] = useState(false)
  const confirm = async () => {
    const isSaved = await flush()
    setUnsaved(!isSaved)
    if (!isSaved || !(await sign.run({ session: sessionId })).ok) return
    setAsked(false)
    onSigned()
  }
  return (
    <>
      <Button
        size="compact-sm"
        onClick={() => setAsked(true)}
        leftSection={<IconLock size={16} stroke={1.6} aria-hidden />}
      >
        {t('sessions.room.sign')}
      </Button>
      <ConfirmDialog
        opened={isAsked}
        title={t('sessions.room.signTitle')}
        body={
          <>
            {t('sessions.room.signBody')}
            {isUnsaved && <p role="alert">{t('sessions.room.notFlushed')}</p>}
            <RefusalNotice refusal={sign.refusal} />
          </>
        }
        confirmLabel={t('sessions.room.signNow')}
        loading={sign.state === 'running'}
        onClose={() => setAsked(false)}
        onConfirm={() => void confirm()}
      />
    </>
  )
}
