import type { CaseHead } from '#shared/domain/case/case.ts'
import type { SessionHead } from '#shared/domain/session/session.ts'
import { t } from '#shared/i18n/index.ts'

/** Somebody who can be said to have spoken. */
export interface Speaker {
  /** What the entry stores. */
  readonly value: string
  readonly name: string
  readonly shortName: string
  readonly home: 'pine' | 'plum' | 'none'
  readonly initials: string
}

/** Those who may speak in a session: the coordinator, the parties, and who else was noted as present. */
export function speakersOf(matter: CaseHead, session: SessionHead): readonly Speaker[] {
  const others = session.others
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter(Boolean)
  return [
    {
      value: 'coordinator',
      name: t('sessions.coordinator'),
      shortName: t('sessions.coordinator'),
      home: 'none',
      initials: '',
    },
    ...matter.parties.map(({ id, name, shortName, home, initials }) => ({
      value: id,
      name,
      shortName: shortName || name,
      home,
      initials,
    })),
    ...others.map((name) => ({ value: name, name, shortName: name, home: 'none' as const, initials: '' })),
  ]
}

/** The speaker of an entry; a name that nobody on the list has is shown as it was typed. */
export function speakerOf(speakers: readonly Speaker[], value: string): Speaker {
  const known = speakers.find((speaker) => speaker.value === value)
  return known ?? { value, name: value, shortName: value, home: 'none', initials: '' }
}
