import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'
import type { InstrumentView } from '../queries.ts'
import { tickDelayMs, usePart } from '../use-part.ts'
import { ChoicePart } from './choice-part.tsx'

const regimes = ['open', 'closed', 'mixed'] as const

/** Who may learn what was said. */
export function RegimePart({ view: { entry } }: { readonly view: InstrumentView }) {
  const draft = usePart(entry.id, entry.head.regime, (regime) => ({ regime }), tickDelayMs)
  return (
    <Section title={t('authority.regime.title')} description={t('authority.regime.lead')}>
      <ChoicePart
        label={t('authority.regime.title')}
        draft={draft}
        choices={regimes.map((value) => ({
          value,
          label: t(`authority.regime.types.${value}`),
          explain: t(`authority.regime.explain.${value}`),
        }))}
      />
    </Section>
  )
}
