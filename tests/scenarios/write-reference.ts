import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withReference } from './runner/readme-reference.ts'

// Brings the generated part of the README up to date: node tests/scenarios/write-reference.ts
const path = join(import.meta.dirname, 'README.md')
writeFileSync(path, withReference(readFileSync(path, 'utf8')))
