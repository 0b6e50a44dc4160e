import { NativeSelect, UnstyledButton } from '@mantine/core'
import { HomeMark } from '#renderer/ui/home-mark.tsx'
import { t } from '#shared/i18n/index.ts'
import { entryKinds, tiers } from './entry-draft.ts'
import type { EntryDraft } from './entry-draft.ts'
import classes from './entry-marks.module.css'
import { speakerOf } from './people.ts'
import type { Speaker } from './people.ts'

interface EntryMarksProps {
  readonly draft: EntryDraft
  readonly speakers: readonly Speaker[]
  readonly onChange: (part: Partial<EntryDraft>) => void
}

/** Who said it, what kind it is and who may see it: by button for those who do not type `@` and `#`. */
export function EntryMarks({ draft, speakers, onChange }: EntryMarksProps) {
  const isKnown = speakers.some(({ value }) => value === draft.speaker)
  const shown = isKnown ? speakers : [...speakers, speakerOf(speakers, draft.speaker)]
  return (
    <div className={classes.marks}>
      <div role="group" aria-label={t('sessions.composer.who')} className={classes.who}>
        {shown.map((speaker) => (
          <UnstyledButton
            key={speaker.value}
            className={classes.speaker}
            aria-pressed={speaker.value === draft.speaker}
            onClick={() => onChange({ speaker: speaker.value })}
          >
            {speaker.home !== 'none' && (
              <HomeMark home={speaker.home} initials={speaker.initials} size={20} />
            )}
            {speaker.shortName}
          </UnstyledButton>
        ))}
      </div>
      <NativeSelect
        size="xs"
        aria-label={t('sessions.composer.kind')}
        value={draft.kind}
        data={entryKinds.map((kind) => ({ value: kind, label: t(`sessions.kinds.${kind}`) }))}
        onChange={(event) =>
          onChange({ kind: entryKinds.find((kind) => kind === event.currentTarget.value) ?? 'note' })
        }
      />
      <NativeSelect
        size="xs"
        aria-label={t('sessions.composer.tier')}
        title={t(`sessions.tierHelp.${draft.tier}`)}
        value={draft.tier}
        disabled={draft.kind === 'reflection'}
        data={tiers.map((tier) => ({ value: tier, label: t(`sessions.tiers.${tier}`) }))}
        onChange={(event) =>
          onChange({ tier: tiers.find((tier) => tier === event.currentTarget.value) ?? 'private' })
        }
      />
    </div>
  )
}
