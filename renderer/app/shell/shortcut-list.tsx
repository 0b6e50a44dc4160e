import { Modal } from '@mantine/core'
import { useRegistry } from '#renderer/ui/registry.ts'
import { KeyCaps } from '#renderer/ui/shortcuts/key-caps.tsx'
import { shortcuts } from '#renderer/ui/shortcuts/use-shortcut.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './shortcut-list.module.css'

interface ShortcutListProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Every key that works on the page at this moment. */
export function ShortcutList({ opened, onClose }: ShortcutListProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shell.shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Lines />
      <p className={classes.hint}>{t('shell.shortcuts.singleKeys')}</p>
    </Modal>
  )
}

function Lines() {
  const listed = useRegistry(shortcuts).filter((shortcut) => shortcut.unlisted !== true)
  const lines = [
    ...listed.map(({ keys, label }) => ({ keys, label })),
    { keys: 'escape', label: t('shell.shortcuts.close') },
  ]
  return (
    <dl className={classes.lines}>
      {lines.map(({ keys, label }) => (
        <div key={keys} className={classes.line}>
          <dt>{label}</dt>
          <dd>
            <KeyCaps keys={keys} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
