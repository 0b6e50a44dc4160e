import { docxFixtures } from './docx-fixtures.ts'
import { featureFixtures } from './feature-fixtures.ts'
import type { PlanFixture } from './fixture.ts'
import { libreOfficeFixtures } from './libreoffice-fixtures.ts'
import { listFixtures } from './list-fixtures.ts'
import { pythonFixtures } from './python-fixtures.ts'
import { runningTextFixtures } from './running-text-fixtures.ts'
import { tableFixtures } from './table-fixtures.ts'
import { typedFixtures } from './typed-fixtures.ts'

/** Every plan that is kept as a file under `tests/fixtures/plans`. */
export const planFixtures: readonly PlanFixture[] = [
  ...listFixtures,
  ...typedFixtures,
  ...runningTextFixtures,
  ...tableFixtures,
  ...featureFixtures,
  ...docxFixtures,
  ...libreOfficeFixtures,
  ...pythonFixtures,
]
