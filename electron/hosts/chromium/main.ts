import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { localDataFolder } from '../../services/files/data-folder.ts'
import { defaultExportFolder } from './export-folder.ts'
import { keepOpen } from './keep-open.ts'
import { knock } from './knock.ts'
import { ProfileInUse } from './profile-lock.ts'
import { startChromiumHost } from './start-chromium-host.ts'

const { values } = parseArgs({
  options: {
    profile: { type: 'string' },
    exports: { type: 'string' },
    browser: { type: 'string' },
  },
})

const profileDir = resolve(values.profile ?? join(localDataFolder(), 'chromium'))
const exportsDir = resolve(values.exports ?? defaultExportFolder())

try {
  await keepOpen(async () => {
    const host = await startChromiumHost({
      profileDir,
      exportsDir,
      ...(values.browser === undefined ? {} : { executablePath: values.browser }),
    })
    console.log(`Evenhand is open. Documents are saved in ${exportsDir}.`)
    return host
  })
  process.exit(0)
} catch (error) {
  if (!(error instanceof ProfileInUse)) throw error
  knock(profileDir)
  console.error(
    'Evenhand is open with this data folder already. Its window was brought to the front and locked.',
  )
  process.exit(1)
}
