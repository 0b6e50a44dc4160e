import {
  IconCalendarTime,
  IconFileText,
  IconFiles,
  IconFolders,
  IconGavel,
  IconHome,
  IconNotes,
  IconPaperclip,
  IconScale,
  IconSettings,
  IconShieldLock,
  IconWritingSign,
} from '@tabler/icons-react'
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
    path: 'today',
    label: () => t('shell.today'),
    icon: IconCalendarTime,
    page: lazy(() =>
      import('#renderer/features/today/index.ts').then((door) => ({ default: door.TodayPage })),
    ),
  },
  {
    path: 'cases',
    label: () => t('shell.cases'),
    icon: IconFolders,
    page: lazy(() =>
      import('#renderer/features/cases/index.ts').then((door) => ({ default: door.CasesPage })),
    ),
  },
  {
    path: 'safekeeping',
    label: () => t('safekeeping.title'),
    icon: IconShieldLock,
    page: lazy(() =>
      import('#renderer/features/safekeeping/index.ts').then((door) => ({ default: door.SafekeepingPage })),
    ),
  },
  {
    path: 'settings',
    label: () => t('shell.settings'),
    icon: IconSettings,
    page: lazy(() =>
      import('#renderer/features/settings/index.ts').then((door) => ({ default: door.SettingsPage })),
    ),
  },
]

/** The sections of a case; the keys 1 to 9 follow this order. */
export const caseSections: readonly SectionRoute[] = [
  {
    path: 'overview',
    label: () => t('shell.overview'),
    icon: IconHome,
    page: lazy(() =>
      import('#renderer/features/cases/index.ts').then((door) => ({ default: door.OverviewPage })),
    ),
  },
  {
    path: 'authority',
    label: () => t('shell.authority'),
    icon: IconWritingSign,
    page: lazy(() =>
      import('#renderer/features/authority/index.ts').then((door) => ({ default: door.AuthorityPage })),
    ),
  },
  {
    path: 'plan',
    label: () => t('shell.plan'),
    icon: IconFileText,
    page: lazy(() => import('#renderer/features/plan/index.ts').then((door) => ({ default: door.PlanPage }))),
  },
  {
    path: 'disputes',
    label: () => t('shell.disputes'),
    icon: IconScale,
    page: lazy(() =>
      import('#renderer/features/disputes/index.ts').then((door) => ({ default: door.DisputesPage })),
    ),
  },
  {
    path: 'sessions',
    label: () => t('shell.sessions'),
    icon: IconNotes,
    page: lazy(() =>
      import('#renderer/features/sessions/index.ts').then((door) => ({ default: door.SessionsPage })),
    ),
  },
  {
    path: 'decisions',
    label: () => t('shell.decisions'),
    icon: IconGavel,
    page: lazy(() =>
      import('#renderer/features/decisions/index.ts').then((door) => ({ default: door.DecisionsPage })),
    ),
  },
  {
    path: 'documents',
    label: () => t('shell.documents'),
    icon: IconFiles,
    page: lazy(() =>
      import('#renderer/features/documents/index.ts').then((door) => ({ default: door.DocumentsPage })),
    ),
  },
  {
    path: 'files',
    label: () => t('shell.files'),
    icon: IconPaperclip,
    page: lazy(() =>
      import('#renderer/features/files/index.ts').then((door) => ({ default: door.FilesPage })),
    ),
  },
]
