import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '#shared/i18n/index.ts'

interface ConfirmDialogProps {
  readonly opened: boolean
  readonly title: string
  readonly body: ReactNode
  /** The verb of what will be done, never "OK". */
  readonly confirmLabel: string
  readonly tone?: 'plain' | 'danger'
  readonly loading?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, body, confirmLabel, tone = 'plain', loading = false, onConfirm, onClose } = props
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <div>{body}</div>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('ui.cancel')}
        </Button>
        <Button onClick={onConfirm} loading={loading} {...(tone === 'danger' ? { color: 'red' } : {})}>
          {confirmLabel}
        </Button>
      </Group>
    </Modal>
  )
}
