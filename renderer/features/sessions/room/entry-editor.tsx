import { useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import { t } from '#shared/i18n/index.ts'
import { isRightToLeft } from '#shared/documents/clean-text.ts'
import { describeRefusal } from '#shared/i18n/refusals.ts'
import { DateHints } from './date-hints.tsx'
import { isHidden, withChange } from './entry-draft.ts'
import type { EntryDraft } from './entry-draft.ts'
import { EntryMarks } from './entry-marks.tsx'
import { EditorFoot } from './editor-foot.tsx'
import classes from './entry-editor.module.css'
import { choicesFor } from './mark-choices.ts'
import type { MarkChoice } from './mark-choices.ts'
import { MarkListbox, optionId } from './mark-listbox.tsx'
import { findMark, takeMarkOut } from './marks.ts'
import type { Speaker } from './people.ts'
import { useEntryDraft } from './use-entry-draft.ts'

/** What the room asks of the entry under the cursor. */
export interface EntryEditorHandle {
  readonly focus: () => void
  readonly flush: () => Promise<boolean>
  /** Saves what is typed; then a new entry begins, or the change of an older one ends. */
  readonly finish: () => void
}

interface EntryEditorProps {
  readonly ref: Ref<EntryEditorHandle>
  readonly label: string
  readonly sessionId: string
  readonly speakers: readonly Speaker[]
  readonly entry?: { readonly id: string; readonly saved: EntryDraft }
  readonly onTyping: (entryId: string | undefined) => void
  /** Ends the change of an older entry; the composer at the foot has none and begins a new entry instead. */
  readonly onDone?: () => void
}

/** One entry being typed: plain text, who and what above it, saved while it is typed. */
export function EntryEditor({ ref, label, sessionId, speakers, entry, onTyping, onDone }: EntryEditorProps) {
  const typing = useEntryDraft({ sessionId, entry, onTyping })
  const { draft, change } = typing
  const field = useRef<HTMLTextAreaElement>(null)
  // Where the cursor belongs once a mark has been taken out of the text.
  const place = useRef<number | null>(null)
  const listId = useId()
  const [caret, setCaret] = useState(0)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const [active, setActive] = useState(0)

  const mark = findMark(draft.text, caret)
  const choices = mark && mark.start !== closedAt ? choicesFor(mark, speakers) : []
  const isListOpen = choices.length > 0
  const chosen = Math.min(active, choices.length - 1)

  const finish = () => {
    // Words that were not saved stay where they can be seen, with the reason beside them.
    if (onDone) void typing.flush().then((isSaved) => isSaved && onDone())
    else if (draft.text.trim() !== '') typing.beginNext(draft)
    field.current?.focus()
  }
  useImperativeHandle(ref, () => ({ focus: () => focusGently(field.current), flush: typing.flush, finish }))
  useLayoutEffect(() => {
    if (place.current === null) return
    field.current?.setSelectionRange(place.current, place.current)
    place.current = null
  })

  const choose = ({ part }: MarkChoice) => {
    if (!mark) return
    const { before, after } = takeMarkOut(draft.text, mark)
    setActive(0)
    place.current = before === '' || !onDone ? 0 : before.length + 1
    setCaret(place.current)
    // A mark on a later line ends the entry above it.
    if (before !== '' && !onDone) typing.beginNext({ ...draft, text: before }, { ...part, text: after })
    else change(withChange(draft, { ...part, text: before === '' ? after : `${before}\n${after}` }))
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (!isListOpen) {
      if (event.key === 'Escape' && onDone) finish()
      return
    }
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    const choice = choices[chosen]
    if (step !== undefined) setActive((chosen + step + choices.length) % choices.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && choice && !event.ctrlKey && !event.metaKey)
      choose(choice)
    else if (event.key === 'Escape') setClosedAt(mark?.start ?? null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={classes.editor} data-hidden={isHidden(draft) || undefined}>
      <EntryMarks draft={draft} speakers={speakers} onChange={(part) => change(withChange(draft, part))} />
      <div className={classes.frame}>
        <textarea
          ref={field}
          className={classes.text}
          value={draft.text}
          rows={1}
          autoComplete="off"
          spellCheck
          // Not `auto`: the browser would order all of a long text anew at each letter.
          dir={isRightToLeft(draft.text.slice(0, 400)) ? 'rtl' : 'ltr'}
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={isListOpen ? listId : undefined}
          aria-activedescendant={isListOpen ? optionId(listId, chosen) : undefined}
          onChange={(event) => {
            const { value, selectionStart } = event.currentTarget
            setCaret(selectionStart)
            setActive(0)
            if (closedAt !== null && !findMark(value, selectionStart)) setClosedAt(null)
            change({ ...draft, text: value })
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setClosedAt(mark?.start ?? null)
            void typing.flush()
          }}
        />
        {isListOpen && (
          <MarkListbox
            id={listId}
            label={mark?.sign === '#' ? t('sessions.composer.chooseKind') : t('sessions.composer.chooseWho')}
            choices={choices}
            active={chosen}
            onChoose={choose}
          />
        )}
      </div>
      <DateHints text={draft.text} />
      <EditorFoot
        state={typing.state}
        problem={typing.refusal && describeRefusal(typing.refusal)}
        label={onDone ? t('sessions.composer.done') : t('sessions.composer.next')}
        onFinish={finish}
      />
    </div>
  )
}

// The browser would put the field into the middle of the window, and the head of the page out of it.
function focusGently(field: HTMLTextAreaElement | null): void {
  field?.focus({ preventScroll: true })
  field?.parentElement?.parentElement?.scrollIntoView({ block: 'nearest' })
}
