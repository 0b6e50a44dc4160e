import type { SecurityCheck } from './check.ts'
import { extraRows } from './checks/extra-rows.ts'
import { firstTen } from './checks/first-ten.ts'
import { lastTen } from './checks/last-ten.ts'
import { lockRows } from './checks/lock-rows.ts'
import { staticRows } from './checks/static-rows.ts'

/** Every row that needs no browser: Electron's twenty, then ours. */
export const allChecks: readonly SecurityCheck[] = [
  ...firstTen,
  ...lastTen,
  ...extraRows,
  ...lockRows,
  ...staticRows,
]
