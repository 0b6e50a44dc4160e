import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vectorFiles } from './vector-files.ts'

/** Writes the vector files anew; released ones never change, so this only ever adds. */
const folder = join(import.meta.dirname, '../../../fixtures/vectors/cv1')
mkdirSync(folder, { recursive: true })
for (const [name, content] of Object.entries(vectorFiles())) writeFileSync(join(folder, name), content)
