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

/** Everything an instrument says, part by part. Once an issued decision rests on it, it can only be read. */
export function InstrumentForm({ view }: { readonly view: InstrumentView }) {
  return (
    <>
      <fieldset className={classes.paper} disabled={view.isCited} aria-label={view.entry.head.title}>
        <PaperPart view={view} />
        <SignaturesPart view={view} />
        <TermPart view={view} />
        <PowerPart view={view} />
        <ScopePart view={view} />
        <ExclusionsPart view={view} />
        <OwnExclusions view={view} />
        <RegimePart view={view} />
        <FeesPart view={view} />
        <AnswersPart view={view} />
        <WordsPart view={view} />
        <NotePart view={view} />
      </fieldset>
      <Section title={t('authority.deadlines.title')} description={t('authority.deadlines.lead')}>
        <DeadlinesPart view={view} />
      </Section>
    </>
  )
}
