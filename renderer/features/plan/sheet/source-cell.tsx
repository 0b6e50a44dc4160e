import type { SourceParagraph } from '#shared/domain/plan/plan.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './sheet.module.css'

/** Paragraphs as they stand in the original, with the numbers they have there. */
export function SourceCell({ paragraphs }: { readonly paragraphs: readonly SourceParagraph[] }) {
  return (
    <div className={classes.source}>
      {paragraphs.length === 0 && <p className={classes.outside}>{t('plan.sheet.noSource')}</p>}
      {paragraphs.map(({ index, label, text, kind }) => (
        <p key={index} data-paragraph={index} data-kind={kind} dir="auto">
          {label !== null && <span className={classes.label}>{label}</span>}
          {text}
        </p>
      ))}
    </div>
  )
}
