/** A parenting plan as a file, and what a careful reader finds in it. */
export interface PlanFixture {
  readonly name: string
  readonly made: 'by-hand' | 'docx-library' | 'libreoffice' | 'python-docx'
  /** Makes the file anew; null where a script in another language does. */
  readonly make: (() => Promise<Uint8Array>) | null
  readonly title?: string | null
  /** One line for each clause: `citation | heading | first words`, the heading empty when there is none. */
  readonly clauses: string
  /** Codes of the warnings, in any order, each as often as it comes. */
  readonly warnings?: readonly string[]
}

/** A clause of a fixture, taken apart. */
export interface ExpectedClause {
  readonly citation: string
  readonly heading: string
  readonly firstWords: string
}

/** Takes the expected clauses of a fixture apart. */
export function expectedClauses(fixture: PlanFixture): readonly ExpectedClause[] {
  return fixture.clauses
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [citation = '', heading = '', firstWords = ''] = line.split('|').map((part) => part.trim())
      return { citation, heading, firstWords }
    })
}
