import type { LabelCandidate, PlanLabel, Reading } from './label-types.ts'
import { readingsOf } from './number-readings.ts'

/** The numbers of a document by how they look, for asking whether one of them has a neighbour. */
export interface LabelSequences {
  /** Whether the number before it in its sequence is there, or, for a first one, the one after it. */
  hasNeighbour(line: number): boolean
}

interface Place {
  readonly label: PlanLabel
  readonly readings: readonly Reading[]
}

const neighbourhood = 80

/** Sorts the numbers of all lines into sequences of the same look. */
export function sortSequences(found: readonly (LabelCandidate | null)[]): LabelSequences {
  const sequences = new Map<string, Place[]>()
  const positions = new Map<number, number>()
  const add = (shape: string, place: Place): number => {
    const sequence = sequences.get(shape) ?? []
    sequences.set(shape, sequence)
    return sequence.push(place) - 1
  }
  found.forEach((candidate, line) => {
    if (candidate === null) return
    const { label } = candidate
    positions.set(line, add(label.shape, { label, readings: label.readings }))
    // The (a) at the end of `7.2(a)` is the first of its letters as well.
    const last = readingsOf(/^\((.+)\)$/.exec(label.components.at(-1) ?? '')?.[1] ?? '')
    if (last.length > 0) add('(#)', { label, readings: last })
  })
  return {
    hasNeighbour(line) {
      const label = found[line]?.label
      const place = positions.get(line)
      const sequence = sequences.get(label?.shape ?? '') ?? []
      if (label === undefined || place === undefined) return false
      const from = Math.max(0, place - neighbourhood)
      const before = sequence.slice(from, place)
      const after = sequence.slice(place + 1, place + 1 + neighbourhood)
      if (label.components.length > 0)
        return [...before, ...after].some((other) => isNextCompound(other.label, label))
      const above = found[line - 1]?.label
      const isUnderNumber = above !== undefined
      return label.readings.some(
        (reading) => isInSequence(reading, before, after) || (isUnderNumber && startsAgain(reading, before)),
      )
    },
  }
}

function isInSequence({ kind, value }: Reading, before: readonly Place[], after: readonly Place[]): boolean {
  const has = (place: Place, wanted: number) =>
    place.readings.some((reading) => reading.kind === kind && reading.value === wanted)
  return (
    before.some((place) => has(place, value - 1)) || (value === 1 && after.some((place) => has(place, 2)))
  )
}

/** An `A.` alone, right under `II.`, where the document has counted A., B. before. */
function startsAgain({ kind, value }: Reading, before: readonly Place[]): boolean {
  return (
    value === 1 &&
    before.some(({ readings }) => readings.some((reading) => reading.kind === kind && reading.value === 2))
  )
}

function isNextCompound(one: PlanLabel, other: PlanLabel): boolean {
  const last = (label: PlanLabel) => Number(label.components.at(-1))
  const stem = (label: PlanLabel) => label.components.slice(0, -1).join('.')
  return stem(one) === stem(other) && Math.abs(last(one) - last(other)) === 1
}
