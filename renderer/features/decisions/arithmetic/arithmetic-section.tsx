import { Button, Menu, Stack, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { execute } from '#renderer/data/index.ts'
import { Section } from '#renderer/ui/section.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import { setCalculations } from '#shared/commands/decision-content.ts'
import type { CaseHead } from '#shared/domain/case/case.ts'
import { t } from '#shared/i18n/index.ts'
import { describeRefusal } from '#shared/i18n/refusals.ts'
import type { BuilderReading } from '../builder/read-builder.ts'
import { noDayTime } from '../fields/day-time.tsx'
import classes from '../fields/fields.module.css'
import { RemoveButton } from '../fields/row-button.tsx'
import { draftOf, readCalculation } from './calculation-draft.ts'
import type { CalculationDraft, CalculationInput } from './calculation-draft.ts'
import { LatenessFields } from './lateness-fields.tsx'
import { MakeUpFields } from './make-up-fields.tsx'
import { SplitFields } from './split-fields.tsx'

/** The arithmetic that the document shows step by step. */
export function ArithmeticSection({ reading }: { readonly reading: BuilderReading }) {
  const { decision, matter, body } = reading.setting
  // A figure that is being changed is incomplete for a moment; until then the last complete one stays.
  const lastComplete = useRef<readonly (CalculationInput | undefined)[]>([])
  const drafts = useDraft<readonly CalculationDraft[]>({
    saved: body.content.calculations.map(draftOf),
    save: (rows) => {
      lastComplete.current = rows.map((row, index) => {
        const read = readCalculation(row)
        const before = lastComplete.current[index]
        return typeof read === 'string' ? (before?.kind === row.kind ? before : undefined) : read
      })
      const calculations = lastComplete.current.filter((each) => each !== undefined)
      return execute(setCalculations, { decision: decision.id, calculations })
    },
  })
  const remove = (index: number) => {
    lastComplete.current = lastComplete.current.toSpliced(index, 1)
    drafts.change(drafts.value.toSpliced(index, 1))
  }
  return (
    <div data-part="arithmetic" className={classes.part}>
      <Section
        title={t('decisions.arithmetic.title')}
        description={t('decisions.arithmetic.description')}
        action={<AddMenu matter={matter.head} onAdd={(draft) => drafts.change([...drafts.value, draft])} />}
      >
        <Stack gap="lg">
          {drafts.value.map((draft, index) => (
            // A calculation has no name but its place.
            <CalculationFields
              key={`${index}-${draft.kind}`}
              draft={draft}
              matter={matter.head}
              onChange={(next) => drafts.change(drafts.value.with(index, next))}
              onBlur={() => void drafts.flush()}
              onRemove={() => remove(index)}
            />
          ))}
          {drafts.problem && <p className={classes.warning}>{describeRefusal(drafts.problem)}</p>}
        </Stack>
      </Section>
    </div>
  )
}

interface AddMenuProps {
  readonly matter: CaseHead
  readonly onAdd: (draft: CalculationDraft) => void
}

function AddMenu({ matter, onAdd }: AddMenuProps) {
  const [first = '', second = first] = matter.parties.map(({ id }) => id)
  const title = (kind: CalculationDraft['kind']) => t(`decisions.arithmetic.defaultTitles.${kind}`)
  const starts: readonly CalculationDraft[] = [
    { kind: 'lateness', title: title('lateness'), rows: [{ on: null, minutes: null }] },
    { kind: 'make-up', title: title('make-up'), owedMinutes: null, from: noDayTime, to: noDayTime },
    {
      kind: 'split',
      title: title('split'),
      start: noDayTime,
      end: noDayTime,
      exchangeAt: noDayTime,
      first,
      second,
    },
  ]
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}>
          {t('decisions.arithmetic.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {starts.map((start) => (
          <Menu.Item key={start.kind} onClick={() => onAdd(start)}>
            {t(`decisions.arithmetic.${start.kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

interface CalculationFieldsProps {
  readonly draft: CalculationDraft
  readonly matter: CaseHead
  readonly onChange: (draft: CalculationDraft) => void
  readonly onBlur: () => void
  readonly onRemove: () => void
}

function CalculationFields({ draft, matter, onChange, onBlur, onRemove }: CalculationFieldsProps) {
  const read = readCalculation(draft)
  return (
    <div className={classes.row} onBlur={onBlur} role="group" aria-label={draft.title}>
      <div className={classes.stack}>
        <TextInput
          label={t('decisions.arithmetic.titleOf')}
          value={draft.title}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
        />
        {draft.kind === 'lateness' && <LatenessFields draft={draft} onChange={onChange} />}
        {draft.kind === 'make-up' && <MakeUpFields draft={draft} zone={matter.zone} onChange={onChange} />}
        {draft.kind === 'split' && <SplitFields draft={draft} matter={matter} onChange={onChange} />}
        {typeof read === 'string' && (
          <p className={classes.warning}>{t(`decisions.arithmetic.gaps.${read}`)}</p>
        )}
      </div>
      <RemoveButton label={t('decisions.arithmetic.remove')} onClick={onRemove} />
    </div>
  )
}
