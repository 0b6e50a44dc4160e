import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { matchCommands } from '#renderer/ui/commands/match-commands.ts'
import { paletteCommands } from '#renderer/ui/commands/use-commands.ts'
import type { PaletteCommand } from '#renderer/ui/commands/use-commands.ts'
import { useRegistry } from '#renderer/ui/registry.ts'
import { KeyCaps } from '#renderer/ui/shortcuts/key-caps.tsx'
import { t } from '#shared/i18n/index.ts'
import classes from './command-palette.module.css'

interface CommandPaletteProps {
  readonly opened: boolean
  readonly onClose: () => void
}

const groups = ['cases', 'go', 'actions'] as const

/** One field that leads to every place, every case and every action. */
export function CommandPalette({ opened, onClose }: CommandPaletteProps) {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      lockScroll={false}
      returnFocus={false}
      size="38rem"
      yOffset="12vh"
      centered={false}
      // Without a transition the field is there in the same moment, and no letter of a fast typist is lost.
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('shell.palette.title')} className={classes.content}>
        <Palette onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  )
}

// Mounted with each opening, so it starts with an empty field.
function Palette({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const combobox = useCombobox({ opened: true })
  const { selectFirstOption } = combobox
  // Enter takes the best line: the first one, at once and after each letter, when the list has been drawn anew.
  useEffect(() => {
    selectFirstOption()
  }, [typed, selectFirstOption])
  const found = matchCommands(useRegistry(paletteCommands), typed)

  const submit = (id: string) => {
    const command = found.find((candidate) => candidate.id === id)
    onClose()
    command?.run()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal={false}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          variant="unstyled"
          classNames={{ input: classes.field ?? '' }}
          aria-label={t('shell.palette.search')}
          placeholder={t('shell.palette.search')}
          value={typed}
          autoFocus
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
      </Combobox.EventsTarget>
      {found.length === 0 ? (
        <p role="status" className={classes.nothing}>
          {t('shell.palette.nothing', { typed })}
        </p>
      ) : (
        <Combobox.Options className={classes.options} aria-label={t('shell.palette.title')}>
          {groups.map((group) => (
            <PaletteGroup
              key={group}
              group={group}
              commands={found.filter((command) => command.group === group)}
            />
          ))}
        </Combobox.Options>
      )}
    </Combobox>
  )
}

interface PaletteGroupProps {
  readonly group: PaletteCommand['group']
  readonly commands: readonly PaletteCommand[]
}

function PaletteGroup({ group, commands }: PaletteGroupProps) {
  if (commands.length === 0) return null
  return (
    <Combobox.Group label={t(`shell.palette.${group}`)}>
      {commands.slice(0, 40).map(({ id, label, keys, icon: Symbol }) => (
        <Combobox.Option key={id} value={id} className={classes.option}>
          <span className={classes.symbol}>{Symbol && <Symbol size={18} stroke={1.6} aria-hidden />}</span>
          <span className={classes.label}>{label}</span>
          {keys !== undefined && <KeyCaps keys={keys} />}
        </Combobox.Option>
      ))}
    </Combobox.Group>
  )
}
