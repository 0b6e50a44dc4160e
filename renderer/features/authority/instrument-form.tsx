import type { ComponentType } from 'react'
import type { InstrumentView } from './queries.ts'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'
import { AnswersPart } from './parts/answers-part.tsx'
import { DeadlinesPart } from './parts/deadlines-part.tsx'
import { ExclusionsPart } from './parts/exclusions-part.tsx'
import { FeesPart } from './parts/fees-part.tsx'
import { NotePart } from './parts/note-part.tsx'
import { OwnExclusions } from './parts/own-exclusions.tsx'
import { PaperPart } from './parts/paper-part.tsx'
import { PowerPart } from './parts/power-part.tsx'
import { RegimePart } from './parts/regime-part.tsx'
import { ScopePart } from './parts/scope-part.tsx'
import { SignaturesPart } from './parts/signatures-part.tsx'
import { TermPart } from './parts/term-part.tsx'
import { WordsPart } from './parts/words-part.tsx'
import classes from './authority.module.css'
import { ReadOnly } from './read-only.tsx'

/** Everything an instrument says, part by part. Once an issued decision rests on it, it can only be read. */
export function InstrumentForm({ view }: { readonly view: InstrumentView }) {
  return (
    <div className={classes.parts}>
      {view.isCited ? (
        <div>
          <ReadOnly view={view} />
        </div>
      ) : (
        parts.map(({ name, Part }) => (
          <div key={name} data-part={name}>
            <Part view={view} />
          </div>
        ))
      )}
      <div data-part="deadlines">
        <Section title={t('authority.deadlines.title')} description={t('authority.deadlines.lead')}>
          <DeadlinesPart view={view} />
        </Section>
      </div>
    </div>
  )
}

/** The parts in their order; an address may end with a name and leads there. */
const parts: readonly {
  readonly name: string
  readonly Part: ComponentType<{ readonly view: InstrumentView }>
}[] = [
  { name: 'paper', Part: PaperPart },
  { name: 'signatures', Part: SignaturesPart },
  { name: 'term', Part: TermPart },
  { name: 'power', Part: PowerPart },
  { name: 'scope', Part: ScopePart },
  { name: 'exclusions', Part: ExclusionsPart },
  { name: 'own-exclusions', Part: OwnExclusions },
  { name: 'regime', Part: RegimePart },
  { name: 'fee-split', Part: FeesPart },
  { name: 'answers', Part: AnswersPart },
  { name: 'words', Part: WordsPart },
  { name: 'note', Part: NotePart },
]
