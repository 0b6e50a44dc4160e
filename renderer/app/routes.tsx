import { IconSettings } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { lazy } from 'react'
import type { ComponentType } from 'react'
import { t } from '#shared/i18n/index.ts'

/** A place in the rail. `page` is loaded when first opened. */
export interface PageRoute {
  readonly path: string
  readonly label: () => string
  readonly icon: Icon
  readonly page: ComponentType
}

/** A section of a case, in the order of the rail; it owns everything below `#/cases/:caseId/<path>`. */
export interface SectionRoute {
  readonly path: string
  readonly label: () => string
  readonly icon: Icon
  readonly page: ComponentType<{ readonly caseId: string }>
}

/** The places outside a case. The first one opens after unlock. */
export const pages: readonly PageRoute[] = [
  {
    path: 'settings',
    label: () => t('shell.settings'),
    icon: IconSettings,
    page: lazy(() => import('#renderer/features/settings/index.ts').then((door) => ({ default: door.SettingsPage }))),
  },
]

/** The sections of a case; the keys 1 to 9 follow this order. */
export const caseSections: readonly SectionRoute[] = []
