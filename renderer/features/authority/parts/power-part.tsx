import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'
import classes from '../authority.module.css'
import type { InstrumentView } from '../queries.ts'
import { tickDelayMs, usePart } from '../use-part.ts'
import { ChoicePart } from './choice-part.tsx'

const types = ['decide-binding', 'decide-temporary', 'recommend', 'none'] as const

/** What kind of power the paper gives. What the place does not know is named, not offered. */
export function PowerPart({ view: { entry, profile } }: { readonly view: InstrumentView }) {
  const draft = usePart(entry.id, entry.head.decisionType, (decisionType) => ({ decisionType }), tickDelayMs)
  const unknown = types.filter((type) => !profile.decisionTypes.includes(type))
  return (
    <Section title={t('authority.power.title')} description={t('authority.power.lead')}>
      <ChoicePart
        label={t('authority.power.title')}
        draft={draft}
        choices={types
          .filter((type) => !unknown.includes(type))
          .map((value) => ({
            value,
            label: t(`authority.power.types.${value}`),
            explain: t(`authority.power.explain.${value}`),
          }))}
      />
      {unknown.length > 0 && (
        <p className={classes.hint}>
          {t('authority.power.elsewhere', {
            place: profile.name,
            types: unknown.map((type) => t(`authority.power.types.${type}`)).join(', '),
          })}
        </p>
      )}
    </Section>
  )
}
