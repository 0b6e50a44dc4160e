import type { BrowserContext, Route } from 'playwright-core'
import { commonHeaders } from '../../services/renderer-files/policy.ts'
import type { RendererFiles } from '../../services/renderer-files/renderer-files.ts'
import { blankOrigin, vaultOrigin } from './origin.ts'

/** A request that was not for a file of the build: where it wanted to go. */
export interface RefusedRequest {
  readonly method: string
  readonly url: string
}

const blankPage =
  '<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Evenhand</title>'

/** Answers every request of the browser from memory; whatever is not in the build is cut off and noted. */
export async function serveFiles(
  context: BrowserContext,
  files: RendererFiles,
  refused: RefusedRequest[],
): Promise<void> {
  await context.route('**/*', (route) => answer(route, files, refused))
}

async function answer(route: Route, files: RendererFiles, refused: RefusedRequest[]): Promise<void> {
  const url = route.request().url()
  if (url === `${blankOrigin}/`) return fulfillBlank(route)
  const found =
    url.startsWith(`${vaultOrigin}/`) && route.request().method() === 'GET' ? files.answer(url) : undefined
  if (found?.status === 200)
    return route.fulfill({ status: 200, headers: { ...found.headers }, body: Buffer.from(found.body) })
  refused.push({ method: route.request().method(), url })
  return route.abort('blockedbyclient')
}

function fulfillBlank(route: Route): Promise<void> {
  const headers = {
    ...commonHeaders,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'",
  }
  return route.fulfill({ status: 200, headers, body: blankPage })
}
