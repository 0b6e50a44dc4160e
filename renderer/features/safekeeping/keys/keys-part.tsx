import { useState } from 'react'
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
    <>
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
    </>
  )
}
