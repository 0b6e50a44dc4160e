import { fingerprint, makeNotes, notesPerCase } from './notes.ts'
import type { BenchNote } from './notes.ts'
import type { BenchSubject, SubjectName } from './subject.ts'

/** One number of one run. */
export interface Measurement {
  readonly metric: string
  readonly subject: string
  readonly unit: 'ms' | 'bytes' | 'MB'
  readonly value: number
}

/** What only the program around the page can see: bytes on disk once it rests, and the heap of page and workers. */
export type Probes = (what: 'disk' | 'heap') => Promise<Readonly<Record<string, number>>>

const saves = 40
/** What is measured with the second copy of the vault, and beside it without. */
const writes: readonly string[] = ['bulk-insert', 'save-note']
const casesOpened = 20

/** Takes one subject through everything and checks each answer. */
export async function measureStore(
  name: SubjectName,
  subject: BenchSubject,
  records: number,
  seed: number,
  probe: Probes,
): Promise<readonly Measurement[]> {
  const notes = makeNotes(records, seed)
  const taken: Measurement[] = []
  const note = (metric: string, unit: Measurement['unit'], value: number) =>
    taken.push({ metric, subject: name, unit, value })
  const time: Time = async (metric, work) => {
    subject.copyMs?.()
    const started = performance.now()
    const answer = await work()
    const took = performance.now() - started
    const copyMs = subject.copyMs?.() ?? 0
    note(metric, 'ms', took)
    if (copyMs > 0 && writes.includes(metric)) note(`${metric}-store-alone`, 'ms', took - copyMs)
    return answer
  }
  await subject.create()
  await time('bulk-insert', () => subject.insert(notes))
  await subject.close()
  for (const [metric, bytes] of Object.entries(await probe('disk'))) note(metric, 'bytes', bytes / records)

  const heap = await probe('heap')
  const list = await time('unlock-to-list', () => subject.openAndList())
  checkList(list, notes)
  await subject.settle?.()
  const grown = await probe('heap')
  for (const [metric, megabytes] of Object.entries(grown)) note(metric, 'MB', megabytes - (heap[metric] ?? 0))
  checkTexts(await time('read-all', () => subject.readAll()), notes)
  await openCases(subject, notes, time)
  await saveNotes(subject, notes, time)
  // Held until here, so that the heap was measured with the list that a screen shows.
  if (list.length !== records) throw new Error('The list has changed')
  return taken
}

type Time = <T>(metric: string, work: () => Promise<T>) => Promise<T>

async function openCases(subject: BenchSubject, notes: readonly BenchNote[], time: Time): Promise<void> {
  const cases = Math.ceil(notes.length / notesPerCase)
  const opened = Math.min(casesOpened, cases)
  for (let turn = 0; turn < opened; turn++) {
    const start = Math.floor((turn * cases) / opened) * notesPerCase
    const own = notes.slice(start, start + notesPerCase)
    checkTexts(await time('open-case', () => subject.openCase(own[0]?.caseId ?? '')), own)
  }
}

async function saveNotes(subject: BenchSubject, notes: readonly BenchNote[], time: Time): Promise<void> {
  const step = Math.max(1, Math.floor(notes.length / saves))
  const changed = notes.filter((_, index) => index % step === 0).slice(0, saves)
  for (const note of changed) await time('save-note', () => subject.saveText(note.id, `${note.text} Saved.`))
  const ids = new Set(changed.map(({ id }) => id))
  const wanted = notes.map((note) => (ids.has(note.id) ? { ...note, text: `${note.text} Saved.` } : note))
  checkTexts(await subject.readAll(), wanted)
}

function checkList(
  list: readonly { readonly id: string; readonly title: string }[],
  notes: readonly BenchNote[],
): void {
  const titles = new Map(notes.map(({ id, title }) => [id, title]))
  const right = list.length === notes.length && list.every(({ id, title }) => titles.get(id) === title)
  if (!right) throw new Error('The list is not what was inserted')
}

function checkTexts(texts: readonly string[], notes: readonly BenchNote[]): void {
  const sorted = (all: readonly string[]) => fingerprint([...all].sort())
  if (sorted(texts) !== sorted(notes.map(({ text }) => text)))
    throw new Error('The texts are not what was saved')
}
