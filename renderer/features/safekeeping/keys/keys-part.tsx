import { useEffect, useRef, useState } from 'react'
import { keyCare, useReadOnly } from '#renderer/data/index.ts'
import { EraseSection } from './erase-section.tsx'
import { KeyTask } from './key-task.tsx'
import type { Task } from './key-task.tsx'
import { KitSection } from './kit-section.tsx'
import { PassphraseSection } from './passphrase-section.tsx'
import { VaultKeySection } from './vault-key-section.tsx'

/** What opens the vault: passphrase, recovery kit and key; and how one case is erased. */
export function KeysPart() {
  const isReadOnly = useReadOnly()
  const [task, setTask] = useState<Task>()
  const [done, setDone] = useState<Task['kind']>()
  const here = useFocusAfterTask(task?.kind)
  if (task) {
    return (
      <KeyTask
        task={task}
        onCancel={() => {
          setTask(undefined)
          void keyCare.discardKit()
        }}
        onDone={() => {
          setTask(undefined)
          setDone(task.kind)
        }}
      />
    )
  }
  const begin = (next: Task) => {
    setDone(undefined)
    setTask(next)
  }
  return (
    <div ref={here}>
      <PassphraseSection isReadOnly={isReadOnly} />
      <KitSection isReadOnly={isReadOnly} isDone={done === 'kit'} onBegin={() => begin({ kind: 'kit' })} />
      <VaultKeySection
        isReadOnly={isReadOnly}
        isDone={done === 'renewal'}
        onBegin={() => begin({ kind: 'renewal' })}
      />
      <EraseSection
        isReadOnly={isReadOnly}
        isDone={done === 'erase'}
        onBegin={(caseId, name) => begin({ kind: 'erase', caseId, name })}
      />
    </div>
  )
}

/**
 * When a task is over, the focus goes back to the button that began it, or to the heading of the page where that cannot be
 * used now.
 */
function useFocusAfterTask(kind: Task['kind'] | undefined) {
  const here = useRef<HTMLDivElement>(null)
  const before = useRef(kind)
  useEffect(() => {
    const over = before.current
    before.current = kind
    if (kind !== undefined || over === undefined) return
    const places = here.current?.querySelectorAll<HTMLElement>(`[data-begins="${over}"]`) ?? []
    const usable = [...places].find((place) => !place.matches(':disabled'))
    ;(usable ?? document.querySelector<HTMLElement>('#page h1'))?.focus()
  }, [kind])
  return here
}
