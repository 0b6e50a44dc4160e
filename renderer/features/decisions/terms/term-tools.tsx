import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { execute, useCommand } from '#renderer/data/index.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { editTerm, removeTerm } from '#shared/commands/decision-content.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './terms.module.css'

interface TermToolsProps {
  readonly decisionId: string
  readonly termId: string
  readonly number: number
  readonly count: number
}

const look = { variant: 'subtle', color: 'gray', size: 'lg' } as const
const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const

/** Moves a term to another place, or takes it out after asking. */
export function TermTools({ decisionId, termId, number, count }: TermToolsProps) {
  const remove = useCommand(removeTerm)
  const [isAsked, setAsked] = useState(false)
  const move = (position: number) => void execute(editTerm, { decision: decisionId, term: termId, position })
  return (
    <div className={classes.tools}>
      <ActionIcon
        {...look}
        aria-label={t('decisions.terms.up', { number })}
        disabled={number === 1}
        onClick={() => move(number - 1)}
      >
        <IconArrowUp {...icon} />
      </ActionIcon>
      <ActionIcon
        {...look}
        aria-label={t('decisions.terms.down', { number })}
        disabled={number === count}
        onClick={() => move(number + 1)}
      >
        <IconArrowDown {...icon} />
      </ActionIcon>
      <ActionIcon
        {...look}
        aria-label={t('decisions.terms.remove', { number })}
        onClick={() => setAsked(true)}
      >
        <IconTrash {...icon} />
      </ActionIcon>
      <ConfirmDialog
        opened={isAsked}
        tone="danger"
        title={t('decisions.terms.removeTitle', { number })}
        body={t('decisions.terms.removeBody')}
        confirmLabel={t('decisions.terms.removeNow')}
        loading={remove.state === 'running'}
        onClose={() => setAsked(false)}
        onConfirm={() => void remove.run({ decision: decisionId, term: termId }).then(() => setAsked(false))}
      />
    </div>
  )
}
