import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'
import { ArithmeticSection } from '../arithmetic/arithmetic-section.tsx'
import type { BuilderReading } from '../builder/read-builder.ts'
import { TermsSection } from '../terms/terms-section.tsx'
import { DatesSection } from './dates-section.tsx'
import { DeliverySection } from './delivery-section.tsx'
import { NamedText } from './draft-text.tsx'
import { FeesSection } from './fees-section.tsx'
import classes from './fields.module.css'
import { NotDecidedSection } from './not-decided-section.tsx'

/** Everything that is written for a decision, in the order of the paper. */
export function FieldsPane({ reading }: { readonly reading: BuilderReading }) {
  const isCorrection = reading.setting.decision.head.corrects !== null
  return (
    <div className={classes.fields}>
      {isCorrection && (
        <NamedText reading={reading} name="correctionNote" part="correction-note" minRows={3} />
      )}
      <DatesSection reading={reading} />
      <Section title={t('decisions.fields.title')} description={t('decisions.fields.description')}>
        <div className={classes.fields}>
          <NamedText reading={reading} name="issueSubmitted" minRows={2} />
          <NamedText reading={reading} name="information" />
          <NamedText reading={reading} name="findings" />
          <NamedText reading={reading} name="reasons" minRows={6} />
        </div>
      </Section>
      <ArithmeticSection reading={reading} />
      <TermsSection reading={reading} />
      <NotDecidedSection reading={reading} />
      <Section title={t('decisions.fields.unchangedTitle')}>
        <NamedText reading={reading} name="unchanged" />
      </Section>
      <FeesSection reading={reading} />
      <DeliverySection reading={reading} />
    </div>
  )
}
