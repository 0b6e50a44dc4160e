import { readCommandLine } from './command-line.mjs'
import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { pinnedNode, tools } from './paths.mjs'
import { giveUp, run } from './run.mjs'
import { writeSbom } from './sbom.mjs'

const { values } = readCommandLine({
  usage: 'npm run package -- [--dir]',
  about:
    'Makes the packages for this system in the folder dist. Fetches the Electron program from its own server.',
  options: { dir: { type: 'boolean', help: 'only the unpacked program, which is quicker' } },
})

await ensureDependencies()
await ensureBuild(['product'])
writeSbom()
const { code } = await run(pinnedNode(), [
  tools.electronBuilder,
  '--publish=never',
  ...(values.dir ? ['--dir'] : []),
])
if (code !== 0)
  giveUp('The packages could not be made. Electron builds are fetched from github.com; is it reachable?')
