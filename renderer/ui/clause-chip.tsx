import { Anchor, CloseButton } from '@mantine/core'
import { t } from '#shared/i18n/index.ts'
import classes from './clause-chip.module.css'

interface ClauseChipProps {
  readonly citation: string
  readonly heading?: string
  readonly href?: string
  readonly onRemove?: () => void
}

/** A clause of the plan, cited: number first, as on paper. */
export function ClauseChip({ citation, heading, href, onRemove }: ClauseChipProps) {
  const name = t('ui.clause', { citation })
  const words = (
    <>
      <span className={classes.citation} aria-label={name}>
        ¶ {citation}
      </span>
      {heading !== undefined && heading !== '' && <span className={classes.heading}>{heading}</span>}
    </>
  )
  return (
    <span className={classes.chip}>
      {href === undefined ? (
        words
      ) : (
        <Anchor href={href} inherit className={classes.link}>
          {words}
        </Anchor>
      )}
      {onRemove && <CloseButton size="xs" aria-label={t('ui.remove', { what: name })} onClick={onRemove} />}
    </span>
  )
}
