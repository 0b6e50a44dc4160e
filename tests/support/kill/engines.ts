import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '#electron/launch/find-browser.mjs'

/** The two ways in which Chromium keeps IndexedDB on disk. */
export const engines = ['leveldb', 'sqlite'] as const
export type Engine = (typeof engines)[number]

/**
 * A program that starts the installed browser with one of its storage engines. The feature joins the lists that are there:
 * Chromium listens to the last list only, and to none behind the address of the first page.
 */
export function browserWith(engine: Engine, folder: string): string | undefined {
  const browser = process.env['EVENHAND_BROWSER'] ?? findBrowser()
  if (engine === 'leveldb' || browser === undefined) return browser
  const path = join(folder, 'browser-with-sqlite')
  const feature = 'IdbSqliteOnDiskRollout:stage/UseSqliteForNewStores'
  const lines = [
    '#!/bin/sh',
    'for argument; do',
    '  shift',
    `  case "$argument" in --enable-features=*) argument="$argument,${feature}" ;; esac`,
    '  set -- "$@" "$argument"',
    'done',
    `exec '${browser}' "$@"`,
  ]
  writeFileSync(path, `${lines.join('\n')}\n`)
  chmodSync(path, 0o700)
  return path
}
