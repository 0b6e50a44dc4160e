import { protocol } from 'electron'
import type { Session } from 'electron'
import type { RendererFiles } from '../../services/renderer-files/renderer-files.ts'
import { scheme } from './origin.ts'

/** Makes `app:` an ordinary secure origin, and nothing more: no service workers, no streams, no way round the policy. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Answers `app:` in a session from the files of the build, held in memory. */
export function serveFiles(session: Session, files: RendererFiles): void {
  session.protocol.handle(scheme, (request) => {
    const { status, headers, body } = files.answer(request.method === 'GET' ? request.url : '')
    return new Response(body, { status, headers: { ...headers } })
  })
}
