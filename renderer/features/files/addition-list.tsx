import { Button, Progress } from '@mantine/core'
import { useState } from 'react'
import { additions, useAddedCount } from '#renderer/data/index.ts'
import type { Addition } from '#renderer/data/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { t } from '#shared/i18n/index.ts'
import classes from './files.module.css'
import { problemWords, sizeWords } from './words.ts'

/** Files on their way into the vault, with how far each is; and those that did not get there, with the reason. */
export function AdditionList({ list }: { readonly list: readonly Addition[] }) {
  const added = useAddedCount()
  const [before] = useState(added)
  const underWay = list.filter(({ state }) => state !== 'failed')
  const failed = list.filter(({ state }) => state === 'failed')
  return (
    <>
      {underWay.length > 0 && (
        <section className={classes.adding} aria-label={t('files.adding.title')}>
          {underWay.map((each) => (
            <OnItsWay key={each.id} addition={each} />
          ))}
        </section>
      )}
      {failed.map((each) => (
        <Failed key={each.id} addition={each} />
      ))}
      <p role="status" className={added > before && list.length === 0 ? classes.added : 'eh-visually-hidden'}>
        {added > before && list.length === 0 ? t('files.adding.added', { count: added - before }) : ''}
      </p>
    </>
  )
}

function OnItsWay({ addition }: { readonly addition: Addition }) {
  const { id, fileName, sizeBytes, doneBytes, state } = addition
  const share = sizeBytes === 0 ? 0 : (doneBytes / sizeBytes) * 100
  return (
    <div className={classes.way}>
      <span className={classes.wayName}>{fileName}</span>
      <span className={classes.soft}>
        {state === 'waiting'
          ? t('files.adding.waiting')
          : t('files.adding.progress', { done: sizeWords(doneBytes), size: sizeWords(sizeBytes) })}
      </span>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t('files.adding.stopNamed', { name: fileName })}
        onClick={() => additions.drop(id)}
      >
        {t('files.adding.stop')}
      </Button>
      <Progress
        className={classes.bar}
        value={share}
        size="xs"
        aria-label={t('files.adding.bar', { name: fileName })}
      />
    </div>
  )
}

function Failed({ addition: { id, fileName, problem } }: { readonly addition: Addition }) {
  return (
    <div className={classes.failed}>
      <Notice
        live
        tone="danger"
        title={t('files.adding.failed', { name: fileName })}
        kept={problem && problemWords(problem)}
        next={problem?.code === 'not-saved' ? undefined : t('files.adding.nothingKept')}
        action={
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('files.adding.closeNamed', { name: fileName })}
            onClick={() => additions.drop(id)}
          >
            {t('files.adding.close')}
          </Button>
        }
      />
    </div>
  )
}
