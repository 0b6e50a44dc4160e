import { realpathSync } from 'node:fs'
import type { CloudService } from '#shared/contract/guard-methods.ts'

const signs: readonly (readonly [CloudService, RegExp])[] = [
  ['onedrive', /^onedrive($|[ -])/i],
  ['dropbox', /^dropbox($|[ (-])/i],
  ['google-drive', /^(google ?drive|googledrive-.*|my drive)$/i],
  ['icloud', /^(iclouddrive|icloud drive|com~apple~clouddocs|mobile documents)$/i],
]

/**
 * Names the cloud service that would copy a folder away, by the names of the folders above it; undefined for none that
 * we know. Sealed records would leave the computer, and such a service may hold files open or bring back old ones.
 */
export function cloudServiceOf(folder: string): CloudService | undefined {
  const parts = realPathOf(folder).split(/[\\/]+/)
  return signs.find(([, sign]) => parts.some((part) => sign.test(part)))?.[0]
}

// A link may lead into such a folder; one that leads nowhere yet is read as it stands.
function realPathOf(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}
