import {
  IconFolder,
  IconFolderPlus,
  IconKeyboard,
  IconLock,
  IconMessagePlus,
  IconScale,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { execute, useVault } from '#renderer/data/index.ts'
import { useCommands } from '#renderer/ui/commands/use-commands.ts'
import type { PaletteCommand } from '#renderer/ui/commands/use-commands.ts'
import { caseHref } from '#renderer/ui/links.ts'
import type { Appearance } from '#renderer/ui/theme/theme-provider.tsx'
import { updatePractice } from '#shared/commands/practice.ts'
import { t } from '#shared/i18n/index.ts'
import { caseSections, pages } from '../routes.tsx'
import { openShortcutList } from './open-layer.ts'
import { placeOf } from './place-of.ts'

type Navigate = (address: string) => void

/** Puts into the palette what can be done from everywhere: places, sections of the open case, cases, theme, lock. */
export function useShellCommands(onLock: () => void): void {
  const [location, navigate] = useLocation()
  const { caseId } = placeOf(location)
  const cases = useVault((records) => records.list('case'))
  const commands = useMemo(
    () => [
      ...goCommands(navigate, caseId),
      ...cases.map((entry) => caseCommand(entry.id, entry.head.label, navigate)),
      ...beginnings(navigate, caseId),
      ...actions(onLock),
    ],
    [navigate, caseId, cases, onLock],
  )
  useCommands(commands)
}

function goCommands(navigate: Navigate, caseId: string | undefined): readonly PaletteCommand[] {
  const places = pages.map(({ path, label, icon }) => ({
    id: `go.${path}`,
    group: 'go' as const,
    label: label(),
    icon,
    run: () => navigate(`/${path}`),
  }))
  if (caseId === undefined) return places
  const sections = caseSections.map(({ path, label, icon }, index) => ({
    id: `go.section.${path}`,
    group: 'go' as const,
    label: label(),
    icon,
    ...(index < 9 ? { keys: String(index + 1) } : {}),
    run: () => navigate(caseHref(caseId, path).slice(1)),
  }))
  return [...sections, ...places]
}

function caseCommand(id: string, title: string, navigate: Navigate): PaletteCommand {
  return {
    id: `case.${id}`,
    group: 'cases',
    label: title,
    icon: IconFolder,
    run: () => navigate(caseHref(id).slice(1)),
  }
}

/** What can be begun: a family from everywhere, a dispute or a session inside a case. */
function beginnings(navigate: Navigate, caseId: string | undefined): readonly PaletteCommand[] {
  const family = {
    id: 'cases.enter',
    group: 'actions' as const,
    label: t('cases.enterFamily'),
    icon: IconFolderPlus,
    run: () => navigate('/cases/new'),
  }
  if (caseId === undefined) return [family]
  const begin = (section: string) => () => navigate(caseHref(caseId, section, 'new').slice(1))
  const dispute = { label: t('disputes.new'), keys: 'mod+shift+n', icon: IconScale, run: begin('disputes') }
  const session = { label: t('sessions.new'), icon: IconMessagePlus, run: begin('sessions') }
  return [
    { id: 'disputes.new', group: 'actions', ...dispute },
    { id: 'sessions.new', group: 'actions', ...session },
    family,
  ]
}

function actions(onLock: () => void): readonly PaletteCommand[] {
  return [
    { id: 'lock', group: 'actions', label: t('shell.lockNow'), keys: 'mod+L', icon: IconLock, run: onLock },
    ...themes(),
    {
      id: 'shortcuts',
      group: 'actions',
      label: t('shell.shortcuts.show'),
      keys: '?',
      icon: IconKeyboard,
      run: openShortcutList,
    },
  ]
}

function themes(): readonly PaletteCommand[] {
  const labels: Record<Appearance, string> = {
    light: t('shell.theme.toLight'),
    dark: t('shell.theme.toDark'),
    system: t('shell.theme.toSystem'),
  }
  return (['light', 'dark', 'system'] as const).map((appearance) => ({
    id: `theme.${appearance}`,
    group: 'actions' as const,
    label: labels[appearance],
    run: () => void execute(updatePractice, { appearance }),
  }))
}
