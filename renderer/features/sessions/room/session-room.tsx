import { Anchor, Skeleton } from '@mantine/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useBody, useCommand, useRecord } from '#renderer/data/index.ts'
import { caseHref, historyHref } from '#renderer/ui/links.ts'
import { MissingPage } from '#renderer/ui/missing-page.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Place } from '#renderer/ui/place.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { useShortcut } from '#renderer/ui/shortcuts/use-shortcut.ts'
import { useNow } from '#renderer/ui/use-now.ts'
import { strikeEntry } from '#shared/commands/sessions.ts'
import type { SessionBody } from '#shared/domain/session/session.ts'
import { dateIn } from '#shared/domain/time/plain-date.ts'
import { formatDate, formatDateTime } from '#shared/i18n/format.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { BlankScreen } from './blank-screen.tsx'
import { draftOf } from './entry-draft.ts'
import { EntryEditor } from './entry-editor.tsx'
import type { EntryEditorHandle } from './entry-editor.tsx'
import { EntryList } from './entry-list.tsx'
import { speakersOf } from './people.ts'
import { RoomHead } from './room-head.tsx'
import classes from './session-room.module.css'
import { SignButton } from './sign-button.tsx'

interface SessionRoomProps {
  readonly matter: RecordEntry<'case'>
  readonly sessionId: string
}

/** The room in which a session is held: a page to write on, and nothing else on the screen. */
export function SessionRoom({ matter, sessionId }: SessionRoomProps) {
  const session = useRecord('session', sessionId)
  const { state, body } = useBody('session', sessionId)
  const where = [matter.head.label, t('sessions.title')]
  if (session?.caseId !== matter.id) {
    return <MissingPage where={where} href={caseHref(matter.id, 'sessions')} back={t('sessions.title')} />
  }
  return (
    <div className={classes.room} data-full-screen>
      <Place where={[...where, formatDate(session.head.heldOn)]} />
      {body && <OpenRoom matter={matter} session={session} body={body} />}
      {!body && (state === 'failed' ? <Failed /> : <Skeleton height="16rem" aria-hidden />)}
    </div>
  )
}

interface OpenRoomProps {
  readonly matter: RecordEntry<'case'>
  readonly session: RecordEntry<'session'>
  readonly body: SessionBody
}

function OpenRoom({ matter, session, body }: OpenRoomProps) {
  const { zone } = matter.head
  const isSigned = session.head.state === 'signed'
  const today = dateIn(zone, useNow())
  const speakers = useMemo(() => speakersOf(matter.head, session.head), [matter.head, session.head])
  const composer = useRef<EntryEditorHandle>(null)
  const editor = useRef<EntryEditorHandle>(null)
  const [typingId, setTypingId] = useState<string | undefined>(undefined)
  const [editingId, setEditingId] = useState<string | undefined>(undefined)
  const [isBlank, setBlank] = useState(false)

  const edit = useCallback((entryId: string) => setEditingId(entryId), [])
  const { run: runStrike, refusal } = useCommand(strikeEntry)
  const strike = useCallback(
    (entry: string, struckOut: boolean) => void runStrike({ session: session.id, entry, struckOut }),
    [runStrike, session.id],
  )
  const flush = async () => {
    const all = await Promise.all([composer.current?.flush() ?? true, editor.current?.flush() ?? true])
    return all.every(Boolean)
  }
  const endEdit = () => {
    setEditingId(undefined)
    composer.current?.focus()
  }
  useShortcut({ keys: 'n', label: t('sessions.composer.next'), run: () => composer.current?.focus() })
  useShortcut({
    keys: 'mod+enter',
    label: t('sessions.composer.next'),
    run: () => (editor.current ?? composer.current)?.finish(),
  })
  useShortcut({ keys: 'f9', label: t('sessions.room.blank'), run: () => setBlank(true), always: true })
  useFocusAtStart(composer, editor, editingId)

  const edited = body.entries.find(({ id }) => id === editingId)
  return (
    <>
      <RoomHead
        matter={matter}
        session={session}
        today={today}
        onBlank={() => setBlank(true)}
        sign={
          !isSigned && (
            <SignButton sessionId={session.id} flush={flush} onSigned={() => setTypingId(undefined)} />
          )
        }
      />
      {isSigned && (
        <Notice
          tone="info"
          title={t('sessions.room.signedAt', { when: formatDateTime(session.head.signedAt ?? '', zone) })}
          action={<Anchor href={historyHref('record', session.id)}>{t('history.linkRecord')}</Anchor>}
        />
      )}
      <RefusalNotice refusal={refusal} parties={matter.head.parties} />
      <EntryList
        entries={body.entries}
        speakers={speakers}
        zone={zone}
        today={today}
        isSigned={isSigned}
        typingId={typingId}
        editingId={editingId}
        editor={
          edited && (
            <EntryEditor
              ref={editor}
              key={edited.id}
              label={t('sessions.composer.editing')}
              sessionId={session.id}
              speakers={speakers}
              entry={{ id: edited.id, saved: draftOf(edited) }}
              onTyping={ignore}
              onDone={endEdit}
            />
          )
        }
        onEdit={edit}
        onStrike={strike}
      />
      {isSigned && <h2 className={classes.composerTitle}>{t('sessions.composer.addendum')}</h2>}
      <EntryEditor
        ref={composer}
        // After signing, what was being typed is signed too; an addendum starts afresh.
        key={session.head.state}
        label={isSigned ? t('sessions.composer.addendum') : t('sessions.composer.label')}
        sessionId={session.id}
        speakers={speakers}
        onTyping={setTypingId}
      />
      {isBlank && <BlankScreen onClose={() => setBlank(false)} />}
    </>
  )
}

/** The cursor stands in the composer when the room opens, and in an older entry while that is changed. */
function useFocusAtStart(
  composer: RefObject<EntryEditorHandle | null>,
  editor: RefObject<EntryEditorHandle | null>,
  editingId: string | undefined,
): void {
  useEffect(() => {
    if (editingId === undefined) composer.current?.focus()
    else editor.current?.focus()
  }, [composer, editor, editingId])
}

function ignore(): void {
  // An older entry stays where it is in the list while it is changed.
}

function Failed() {
  return (
    <Notice
      tone="danger"
      title={t('sessions.bodyFailed.title')}
      kept={t('sessions.bodyFailed.kept')}
      next={t('sessions.bodyFailed.next')}
    />
  )
}
