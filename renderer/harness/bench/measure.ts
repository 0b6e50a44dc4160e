import { fingerprint, makeNotes, notesPerCase } from './notes.ts'
import type { BenchNote } from './notes.ts'
import type { BenchSubject } from './subject.ts'

/** One number of one run. */
export interface Measurement {
  readonly metric: string
  readonly subject: string
  readonly unit: 'ms' | 'bytes'
  readonly value: number
}

const saves = 40
const casesOpened = 10

/** Takes one subject through everything, from an empty store to its removal, and checks each answer. */
export async function measureSubject(
  subject: BenchSubject,
  records: number,
  seed: number,
): Promise<readonly Measurement[]> {
  const notes = makeNotes(records, seed)
  const taken: Measurement[] = []
  const time = async <T>(metric: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now()
    const answer = await work()
    taken.push({ metric, subject: subject.name, unit: 'ms', value: performance.now() - started })
    return answer
  }
  await subject.create()
  const before = await usedBytes()
  await time('bulk-insert', () => subject.insert(notes))
  const grown = (await usedBytes()) - before
  taken.push({ metric: 'bytes-per-record', subject: subject.name, unit: 'bytes', value: grown / records })
  await subject.close()

  checkList(await time('unlock-to-list', () => subject.openAndList()), notes)
  checkTexts(await time('read-all', () => subject.readAll()), notes)
  await openCases(subject, notes, time)
  await saveNotes(subject, notes, time)
  await subject.remove()
  return taken
}

type Time = <T>(metric: string, work: () => Promise<T>) => Promise<T>

async function openCases(subject: BenchSubject, notes: readonly BenchNote[], time: Time): Promise<void> {
  const cases = [...new Set(notes.map(({ caseId }) => caseId))].slice(0, casesOpened)
  for (const caseId of cases) {
    const texts = await time('open-case', () => subject.openCase(caseId))
    checkTexts(texts, notes.filter((note) => note.caseId === caseId).slice(0, notesPerCase))
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

/** What the browser counts for this origin once it has come to rest; coarse, but the same for every subject. */
async function usedBytes(): Promise<number> {
  let last = -1
  for (let look = 0; look < 40; look++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const { usage = 0 } = await navigator.storage.estimate()
    if (usage === last) return usage
    last = usage
  }
  return last
}
