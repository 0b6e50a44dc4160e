import { Loader } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Notice } from '#renderer/ui/notice.tsx'
import { formatNumber } from '#shared/i18n/format.ts'
import type { ShownType } from '#shared/domain/attachment/image-size.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import classes from './files.module.css'
import { openPicture } from './open-picture.ts'
import type { OpenedPicture, PictureProblem } from './open-picture.ts'
import { problemWords } from './words.ts'

interface PictureProps {
  readonly file: RecordEntry<'attachment'>
  readonly type: ShownType
}

type Shown =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly picture: OpenedPicture }
  | { readonly state: 'failed'; readonly problem: PictureProblem }

/** A picture, painted anew from its pixels: nothing else that its file holds reaches the screen. */
export function Picture({ file, type }: PictureProps) {
  const [shown, setShown] = useState<Shown>({ state: 'opening' })
  const canvas = useRef<HTMLCanvasElement>(null)
  // A change of what is said about the file does not change the file.
  const open = useEffectEvent(() => openPicture(file, type))
  const { id } = file
  useEffect(() => {
    let isCurrent = true
    void open().then((opened) => {
      if (!isCurrent) return opened.ok && opened.value.bitmap.close()
      setShown(
        opened.ok ? { state: 'open', picture: opened.value } : { state: 'failed', problem: opened.error },
      )
      return undefined
    })
    return () => {
      isCurrent = false
    }
  }, [id])
  useEffect(() => {
    if (shown.state !== 'open') return
    canvas.current?.getContext('bitmaprenderer')?.transferFromImageBitmap(shown.picture.bitmap)
  }, [shown])
  if (shown.state === 'failed') return <PictureNotice problem={shown.problem} />
  if (shown.state === 'opening') {
    return (
      <p role="status" className={classes.opening}>
        <Loader size="xs" color="var(--eh-accent)" /> {t('files.picture.opening')}
      </p>
    )
  }
  const { size, shownSize } = shown.picture
  return (
    <figure className={classes.figure}>
      <canvas
        ref={canvas}
        className={classes.picture}
        role="img"
        aria-label={t('files.picture.name', { title: file.head.title })}
        width={shownSize.width}
        height={shownSize.height}
      />
      <figcaption className={classes.soft}>
        {t('files.picture.size', { width: formatNumber(size.width), height: formatNumber(size.height) })}{' '}
        {t('files.picture.clean')}
      </figcaption>
    </figure>
  )
}

function PictureNotice({ problem }: { readonly problem: PictureProblem }) {
  switch (problem.code) {
    case 'picture-bomb': {
      const size = { width: formatNumber(problem.width), height: formatNumber(problem.height) }
      return (
        <Notice live tone="danger" title={t('files.picture.bomb', size)} next={t('files.picture.bombNext')} />
      )
    }
    case 'picture-unreadable':
      return (
        <Notice
          live
          tone="warning"
          title={t('files.picture.unreadable')}
          next={t('files.picture.unreadableNext')}
        />
      )
    case 'file-too-large':
      return <Notice live tone="warning" title={t('files.picture.tooLarge')} next={t('files.notShownNext')} />
    default:
      return <Notice live tone="danger" title={t('files.picture.failed')} next={problemWords(problem)} />
  }
}
