import { Button } from '@mantine/core'
import { IconFileTypeDocx, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { host } from '#renderer/host/index.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { useShortcut } from '#renderer/ui/shortcuts/use-shortcut.ts'
import type { BuiltDocument } from '#shared/documents/build-document.ts'
import { formatNumber } from '#shared/i18n/format.ts'
import { hasText, t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import classes from './send-panel.module.css'
import type { Subject } from './subject.ts'
import { useSend } from './use-send.ts'
import type { SendState } from './use-send.ts'

interface SendButtonsProps {
  readonly matter: RecordEntry<'case'>
  readonly subject: Subject
  readonly built: BuiltDocument
  readonly recipient: string
  readonly reason: string
  readonly mayLeave: boolean
}

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const

/** The three ways out, and what came of the last one. */
export function SendButtons(props: SendButtonsProps) {
  const { mayLeave } = props
  const { status, save, print } = useSend(props)
  const folder = useExportFolder()
  const working = status.state === 'working' ? status.format : undefined
  useShortcut({ keys: 'mod+p', label: t('documents.send.print'), run: () => mayLeave && void print() })
  return (
    <div>
      <div className={classes.buttons}>
        <Button
          leftSection={<IconFileTypeDocx {...icon} />}
          disabled={!mayLeave || working === 'pdf'}
          loading={working === 'docx'}
          onClick={() => void save('docx')}
        >
          {t('documents.send.word')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileTypePdf {...icon} />}
          disabled={!mayLeave || working === 'docx'}
          loading={working === 'pdf'}
          onClick={() => void save('pdf')}
        >
          {t('documents.send.pdf')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter {...icon} />}
          disabled={!mayLeave || working !== undefined}
          onClick={() => void print()}
        >
          {t('documents.send.print')}
        </Button>
      </div>
      <p className={classes.words}>
        {!mayLeave && t('documents.send.cannot')}
        {mayLeave && folder !== null && t('documents.send.folder', { folder })}
      </p>
      <div className={classes.outcome}>
        <Outcome status={status} />
      </div>
    </div>
  )
}

function Outcome({ status }: { readonly status: SendState }) {
  switch (status.state) {
    case 'idle':
    case 'working':
      return null
    case 'saved':
      return (
        <Notice
          live
          tone="good"
          title={t('documents.send.saved', { name: status.fileName })}
          next={t('documents.send.savedNext', {
            size: sizeOf(status.bytes),
            print: status.sha256.slice(0, 12),
          })}
        />
      )
    case 'printed':
      return (
        <Notice live tone="info" title={t('documents.send.printed')} next={t('documents.send.printedNext')} />
      )
    case 'not-recorded':
      return (
        <Notice
          live
          tone="danger"
          title={t('documents.send.notRecorded')}
          next={t('documents.send.notRecordedNext')}
        />
      )
    case 'failed': {
      const code = problemOf(status.code)
      const isCancelled = code === 'cancelled'
      return (
        <Notice
          live
          tone={isCancelled ? 'info' : 'danger'}
          title={t(`documents.problems.${code}.title`)}
          next={t(`documents.problems.${code}.next`)}
          {...(isCancelled ? {} : { kept: t('documents.problems.kept') })}
        />
      )
    }
  }
}

const problems = ['cancelled', 'disk-full', 'not-writable', 'render-failed'] as const

function problemOf(code: string): (typeof problems)[number] | 'unknown' {
  const known = problems.find((each) => each === code)
  return known !== undefined && hasText(`documents.problems.${known}.title`) ? known : 'unknown'
}

/** Where documents go without a question; null where the user is asked each time. */
function useExportFolder(): string | null {
  const [folder, setFolder] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    void host.call('app.info', {}).then((info) => {
      if (isCurrent && info.ok) setFolder(info.value.exportFolder)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  return folder
}

function sizeOf(bytes: number): string {
  return `${formatNumber(Math.max(1, Math.round(bytes / 1024)))} KB`
}
