import { ActionIcon } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { host } from '#renderer/host/index.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './copy-confidential.module.css'

interface CopyConfidentialProps {
  readonly text: string
  /** What is copied, as in "the address". */
  readonly what: string
  readonly name: string
}

const shownMs = 6_000

/**
 * Copies a confidential text by way of the host, which takes it out of the clipboard again: after half a minute, at
 * the lock, and at the end, unless something else was copied since.
 */
export function CopyConfidential({ text, what, name }: CopyConfidentialProps) {
  const [words, setWords] = useState('')
  const copy = async () => {
    const answer = await host.call('clipboard.copy', { text })
    setWords(
      answer.ok ? t('safety.copy.done', { seconds: answer.value.forSeconds }) : t('safety.copy.failed'),
    )
    setTimeout(() => setWords(''), shownMs)
  }
  return (
    <>
      <ActionIcon
        variant="subtle"
        size="sm"
        title={t('safety.copy.copy')}
        aria-label={t('safety.copy.what', { what, name })}
        onClick={() => void copy()}
      >
        <IconCopy size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
      <span role="status" className={classes.words}>
        {words}
      </span>
    </>
  )
}
