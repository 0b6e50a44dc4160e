import { elementsOf } from '../xml/xml-tree.ts'
import type { XmlElement } from '../xml/xml-tree.ts'

/** A link from one part of the file to another inside the same file; `kind` is the last word of its type. */
export interface Relationship {
  readonly kind: string
  readonly target: string
}

/** Reads a relationships part; links that lead out of the file are left out, never followed. */
export function readRelationships(part: XmlElement | null, folder: string): readonly Relationship[] {
  return elementsOf(part)
    .filter((link) => link.attributes.get('TargetMode') !== 'External')
    .map((link) => ({
      kind: (link.attributes.get('Type') ?? '').split('/').at(-1) ?? '',
      target: resolve(folder, link.attributes.get('Target') ?? ''),
    }))
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
