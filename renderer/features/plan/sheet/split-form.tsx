import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { t } from '#shared/i18n/index.ts'
import classes from './sheet.module.css'

interface SplitFormProps {
  readonly text: string
  readonly offset: number
  readonly suggested: string
  readonly onSplit: (citation: string) => Promise<boolean>
  readonly onSplitDone: () => void
  readonly onCancel: () => void
}

/** Shows where a clause would be cut, and asks for the number of the second part. */
export function SplitForm({ text, offset, suggested, onSplit, onSplitDone, onCancel }: SplitFormProps) {
  const [citation, setCitation] = useState(suggested)
  const second = text.slice(offset).trim()
  const isInside = text.slice(0, offset).trim() !== '' && second !== ''
  if (!isInside)
    return (
      <div className={classes.inset} role="status">
        <p>{t('plan.edit.splitWhere')}</p>
        <Button variant="default" size="compact-sm" onClick={onCancel}>
          {t('plan.edit.cancel')}
        </Button>
      </div>
    )
  return (
    <div className={classes.inset}>
      <p>{t('plan.edit.splitBegins', { words: `${second.slice(0, 80)}${second.length > 80 ? '…' : ''}` })}</p>
      <TextInput
        label={t('plan.edit.splitCitation')}
        autoFocus
        value={citation}
        onChange={(event) => setCitation(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button onClick={() => void onSplit(citation).then((isSplit) => isSplit && onSplitDone())}>
          {t('plan.edit.splitConfirm')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('plan.edit.cancel')}
        </Button>
      </Group>
    </div>
  )
}
