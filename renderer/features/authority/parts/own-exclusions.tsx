import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useCommand } from '#renderer/data/index.ts'
import { FormRow } from '#renderer/ui/form-parts.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { updateInstrument } from '#shared/commands/instruments.ts'
import { t } from '#shared/i18n/index.ts'
import classes from '../authority.module.css'
import { lineProblem } from '#renderer/ui/line-problem.ts'
import type { InstrumentView } from '../queries.ts'

interface OwnExclusion {
  readonly text: string
  readonly keywords: string[]
}

/** Matters that the paper itself keeps out, with the words by which a draft is searched for them. */
export function OwnExclusions({ view: { entry } }: { readonly view: InstrumentView }) {
  const { run, state, refusal } = useCommand(updateInstrument)
  const [text, setText] = useState('')
  const [keywords, setKeywords] = useState('')
  const [isTried, setTried] = useState(false)
  const kept: readonly OwnExclusion[] = entry.head.contractExclusions.map((each) => ({
    text: each.text,
    keywords: [...each.keywords],
  }))
  const problem = text.trim() === '' ? t('authority.exclusions.textMissing') : lineProblem(text)
  const keep = (matters: readonly OwnExclusion[]) =>
    run({ instrument: entry.id, contractExclusions: [...matters] })
  const add = async () => {
    setTried(true)
    if (problem !== undefined) return
    const added = await keep([...kept, { text, keywords: wordsOf(keywords) }])
    if (!added.ok) return
    setText('')
    setKeywords('')
    setTried(false)
  }
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void add()
  }
  return (
    <Section title={t('authority.exclusions.ownTitle')} description={t('authority.exclusions.ownLead')}>
      <ul className={classes.own}>
        {kept.length === 0 && <li className={classes.hint}>{t('authority.exclusions.ownNone')}</li>}
        {kept.map((each, index) => (
          <li key={`${index}-${each.text}`}>
            <span>
              {each.text}
              <span className={classes.looksFor}>
                {t('authority.exclusions.looksFor', {
                  words: each.keywords.map((word) => `“${word}”`).join(', '),
                })}
              </span>
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('authority.exclusions.remove', { what: each.text })}
              onClick={() => void keep(kept.toSpliced(index, 1))}
            >
              <IconX size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <FormRow>
        <TextInput
          label={t('authority.exclusions.text')}
          description={t('authority.exclusions.textHelp')}
          value={text}
          error={isTried ? problem : lineProblem(text)}
          onKeyDown={addOnEnter}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput
          label={t('authority.exclusions.keywords')}
          description={t('authority.exclusions.keywordsHelp')}
          value={keywords}
          onKeyDown={addOnEnter}
          onChange={(event) => setKeywords(event.currentTarget.value)}
        />
      </FormRow>
      <Button
        variant="default"
        className={classes.addButton}
        loading={state === 'running'}
        onClick={() => void add()}
      >
        {t('authority.exclusions.add')}
      </Button>
      <RefusalNotice refusal={refusal} />
    </Section>
  )
}

function wordsOf(typed: string): string[] {
  return typed
    .split(/[,;\n]/u)
    .map((word) => word.trim().slice(0, 500))
    .filter(Boolean)
}
