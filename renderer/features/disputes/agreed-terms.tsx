import { ActionIcon, Button, Group } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { FieldGroup } from '#renderer/ui/form-parts.tsx'
import { LongTextArea } from '#renderer/ui/long-text-area.tsx'
import { t } from '#shared/i18n/index.ts'
import classes from './facilitation.module.css'

interface AgreedTermsProps {
  readonly points: readonly string[]
  readonly onChange: (points: readonly string[]) => void
  readonly onBlur: () => void
}

/** The points of an agreement, numbered, each by itself. */
export function AgreedTerms({ points, onChange, onBlur }: AgreedTermsProps) {
  const shown = points.length === 0 ? [''] : points
  return (
    <FieldGroup legend={t('disputes.facilitation.terms')} description={t('disputes.facilitation.termsHelp')}>
      {shown.map((point, index) => (
        // A point has no name but its place.
        <div key={index} className={classes.point}>
          <LongTextArea
            label={t('disputes.facilitation.term', { number: index + 1 })}
            minRows={2}
            value={point}
            onChange={(text) => onChange(shown.with(index, text))}
            onBlur={onBlur}
          />
          <PointButtons points={shown} index={index} onChange={onChange} />
        </div>
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
        onClick={() => onChange([...shown, ''])}
      >
        {t('disputes.facilitation.addTerm')}
      </Button>
    </FieldGroup>
  )
}

interface PointButtonsProps {
  readonly points: readonly string[]
  readonly index: number
  readonly onChange: (points: readonly string[]) => void
}

function PointButtons({ points, index, onChange }: PointButtonsProps) {
  const number = index + 1
  const swap = (other: number) =>
    onChange(points.with(index, points[other] ?? '').with(other, points[index] ?? ''))
  const look = { variant: 'subtle', color: 'gray', size: 'lg' } as const
  return (
    <Group gap={0} wrap="nowrap">
      <ActionIcon
        {...look}
        aria-label={t('disputes.facilitation.up', { number })}
        disabled={index === 0}
        onClick={() => swap(index - 1)}
      >
        <IconArrowUp size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...look}
        aria-label={t('disputes.facilitation.down', { number })}
        disabled={index === points.length - 1}
        onClick={() => swap(index + 1)}
      >
        <IconArrowDown size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...look}
        aria-label={t('disputes.facilitation.removeTerm', { number })}
        onClick={() => onChange(points.toSpliced(index, 1))}
      >
        <IconTrash size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
