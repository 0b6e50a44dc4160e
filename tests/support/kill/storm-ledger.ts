import type { StormLook } from '#renderer/harness/storm/index.ts'

/** What a vault was said to hold, and how that compares with what is found in it. */
export class StormLedger {
  readonly #typed = new Map<number, number>()
  readonly #imported = new Set<string>()
  #lastSeq = 0

  /** Takes the lines in which the page says that something was saved. */
  acknowledge(lines: readonly string[]): void {
    for (const line of lines) this.#take(line)
  }

  #take(line: string): void {
    const [, what, round, step] = line.split(' ')
    if (what === 'typing') this.#typed.set(Number(round), Number(step))
    if (what === 'importing') this.#imported.add(`${String(round)}-${String(step)}`)
  }

  /** Everything that is wrong with a vault as it was found. */
  compare(look: StormLook, importSize: number): readonly string[] {
    if (look.opened !== 'yes') return [`the vault does not open: ${look.opened}`]
    const wrong = [
      ...this.#compareTyped(look),
      ...this.#compareImports(look, importSize),
      ...(look.damage > 0 ? [`${String(look.damage)} records are damaged`] : []),
      ...(look.history.ok ? [] : [`the history breaks at entry ${String(look.history.seq)}`]),
      ...(look.history.seq < this.#lastSeq ? [`the history went back to ${String(look.history.seq)}`] : []),
    ]
    this.#lastSeq = look.history.seq
    return wrong
  }

  #compareTyped({ texts }: StormLook): readonly string[] {
    const wrong: string[] = []
    const ids = texts.map(({ id }) => id)
    if (new Set(ids).size < ids.length) wrong.push('a record is there twice')
    for (const { id, title, text } of texts)
      if (text !== null && text !== (id.startsWith('import-') ? `text of ${id}` : title))
        wrong.push(`${id} holds another text: ${text}`)
    for (const [round, step] of this.#typed) {
      const found = texts.find(({ id }) => id === `typed-${String(round)}`)
      const foundStep = Number(/step (\d+)$/u.exec(found?.title ?? '')?.[1] ?? -1)
      if (foundStep < step)
        wrong.push(`round ${String(round)}: step ${String(step)} was saved, ${String(foundStep)} is there`)
    }
    return wrong
  }

  #compareImports({ texts }: StormLook, importSize: number): readonly string[] {
    const counts = new Map<string, number>()
    for (const { id } of texts) {
      const batch = /^import-(\d+-\d+)-/u.exec(id)?.[1]
      if (batch !== undefined) counts.set(batch, (counts.get(batch) ?? 0) + 1)
    }
    const half = [...counts].filter(([, count]) => count !== importSize)
    const lost = [...this.#imported].filter((batch) => !counts.has(batch))
    return [
      ...half.map(([batch, count]) => `import ${batch}: ${String(count)} of ${String(importSize)} are there`),
      ...lost.map((batch) => `import ${batch} was saved and is gone`),
    ]
  }
}
