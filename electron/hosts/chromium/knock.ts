import { existsSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileName = 'evenhand.knock'

/** Tells the program that has the data folder open that it was started again; it comes to the front and locks. */
export function knock(folder: string): void {
  writeFileSync(join(folder, fileName), '', { mode: 0o600 })
}

/** Calls back whenever the program is started again with this data folder; answers with the way to stop listening. */
export function listenForKnock(folder: string, onKnock: () => void): () => void {
  const path = join(folder, fileName)
  rmSync(path, { force: true })
  const watcher = watch(folder, { persistent: false }, (_event, name) => {
    if (name !== fileName || !existsSync(path)) return
    rmSync(path, { force: true })
    onKnock()
  })
  // A folder that goes away ends the listening, never the program.
  watcher.on('error', () => watcher.close())
  return () => watcher.close()
}
