import { lazy } from 'react'
import type { ComponentType } from 'react'
import { t } from '#shared/i18n/index.ts'

/** A part of safekeeping, under `#/safekeeping/<path>`. */
export interface SafekeepingPart {
  readonly path: string
  readonly label: () => string
  readonly part: ComponentType
}

/** The parts in the order of their tabs. The first one opens when none is named. */
export const parts: readonly SafekeepingPart[] = [
  {
    path: 'health',
    label: () => t('safekeeping.health'),
    part: lazy(() => import('./health/index.ts').then((door) => ({ default: door.HealthPart }))),
  },
  {
    path: 'backups',
    label: () => t('safekeeping.backups'),
    part: lazy(() => import('./backups/index.ts').then((part) => ({ default: part.BackupsPart }))),
  },
  {
    path: 'keys',
    label: () => t('safekeeping.keys'),
    part: lazy(() => import('./keys/index.ts').then((part) => ({ default: part.KeysPart }))),
  },
  {
    path: 'history',
    label: () => t('safekeeping.history'),
    part: lazy(() => import('./history/history-part.tsx').then((part) => ({ default: part.HistoryPart }))),
  },
]
