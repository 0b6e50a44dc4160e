import { Anchor, Button, SegmentedControl, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useState } from 'react'
import { useReading, useRecords } from '#renderer/data/index.ts'
import { caseHref } from '#renderer/ui/links.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { PaperView } from '#renderer/ui/paper/paper-view.tsx'
import { Place } from '#renderer/ui/place.tsx'
import { useGoToPart } from '#renderer/ui/use-go-to-part.ts'
import { useNow } from '#renderer/ui/use-now.ts'
import type { CommandContext } from '#shared/commands/command.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'
import { FieldsPane } from '../fields/fields-pane.tsx'
import classes from './builder.module.css'
import { DraftMenu } from './draft-menu.tsx'
import { GatePane } from './gate-pane.tsx'
import { IssueButton } from './issue-button.tsx'
import { MaterialPane } from './material-pane.tsx'
import { readBuilder } from './read-builder.ts'
import type { BuilderReading } from './read-builder.ts'

interface BuilderProps {
  readonly matter: RecordEntry<'case'>
  readonly decision: RecordEntry<'decision'>
  readonly part: string | undefined
}

/** The builder: material on the left, the writing in the middle, the gate and the paper on the right. */
export function Builder({ matter, decision, part }: BuilderProps) {
  const reading = useReading(
    useCallback((context: CommandContext) => readBuilder(context, decision.id), [decision.id]),
    useNow(),
  )
  const where = [matter.head.label, t('decisions.title')]
  if (reading.state === 'loading') {
    return (
      <div data-full-screen>
        <Place where={where} />
        <Skeleton height="24rem" m="lg" w="auto" aria-hidden />
      </div>
    )
  }
  if (reading.state === 'failed' || reading.value === null) {
    return (
      <Page title={t('decisions.title')} where={where}>
        <Notice
          tone="danger"
          title={t('decisions.failed.title')}
          kept={t('decisions.failed.kept')}
          next={t('decisions.failed.next')}
        />
      </Page>
    )
  }
  return <OpenBuilder matter={matter} reading={reading.value} part={part} />
}

interface OpenBuilderProps {
  readonly matter: RecordEntry<'case'>
  readonly reading: BuilderReading
  readonly part: string | undefined
}

function OpenBuilder({ matter, reading, part }: OpenBuilderProps) {
  const isWide = useMediaQuery('(min-width: 75rem)', true, { getInitialValueInEffect: false })
  const [isPaperLarge, setPaperLarge] = useState(false)
  const [shown, setShown] = useState<'write' | 'material'>('write')
  useGoToPart(part)
  const view = isPaperLarge ? 'paper' : isWide ? 'wide' : 'narrow'
  const isMaterialHere = view !== 'wide' && shown === 'material'
  return (
    <div className={classes.builder} data-view={view} data-full-screen="panes">
      <Place
        where={[matter.head.label, t('decisions.title'), t('decisions.draftOf', { word: reading.word })]}
      />
      <Head matter={matter} reading={reading} />
      {view === 'wide' && (
        <div
          className={classes.pane}
          data-pane="material"
          tabIndex={0}
          role="region"
          aria-label={t('decisions.builder.material')}
        >
          <MaterialPane reading={reading} />
        </div>
      )}
      <div className={classes.pane} data-pane="write">
        {view !== 'wide' && (
          <SegmentedControl
            size="xs"
            mb="md"
            aria-label={t('decisions.builder.view')}
            value={shown}
            onChange={(value) => setShown(value === 'material' ? 'material' : 'write')}
            data={[
              { value: 'write', label: t('decisions.builder.write') },
              { value: 'material', label: t('decisions.builder.material') },
            ]}
          />
        )}
        {isMaterialHere && <MaterialPane reading={reading} />}
        {/* The fields stay mounted, so that what is half typed stays where it is. */}
        <div hidden={isMaterialHere}>
          <FieldsPane reading={reading} />
        </div>
      </div>
      <Side reading={reading} isPaperLarge={isPaperLarge} onPaperLarge={setPaperLarge} />
    </div>
  )
}

function Head({ matter, reading }: Pick<OpenBuilderProps, 'matter' | 'reading'>) {
  const { decision, dispute } = reading.setting
  const corrected = useRecords('decision', matter.id).find(({ id }) => id === decision.head.corrects)
  const { number, title } = dispute.head
  return (
    <header className={classes.head}>
      <div className={classes.words}>
        <h1 className={classes.title} tabIndex={-1}>
          {t('decisions.draftOf', { word: reading.word })}
        </h1>
        <p className={classes.lead}>
          {t('decisions.builder.lead', { number, title })}
          {corrected && `. ${t('decisions.builder.correction', { title: corrected.head.title })}`}
        </p>
      </div>
      <Anchor href={caseHref(matter.id, 'decisions')} fz="xs">
        {t('decisions.builder.back')}
      </Anchor>
      <DraftMenu matter={matter} decision={decision} />
      <IssueButton reading={reading} />
    </header>
  )
}

interface SideProps {
  readonly reading: BuilderReading
  readonly isPaperLarge: boolean
  readonly onPaperLarge: (isLarge: boolean) => void
}

function Side({ reading, isPaperLarge, onPaperLarge }: SideProps) {
  return (
    <div className={classes.side}>
      <div className={classes.gate} tabIndex={0} role="region" aria-label={t('decisions.builder.gate')}>
        <GatePane reading={reading} />
      </div>
      <div className={classes.paperHead}>
        <h2 className={classes.paperTitle}>{t('decisions.builder.paper')}</h2>
        <Button
          variant="default"
          size="compact-xs"
          aria-pressed={isPaperLarge}
          onClick={() => onPaperLarge(!isPaperLarge)}
        >
          {isPaperLarge ? t('decisions.builder.paperSmall') : t('decisions.builder.paperLarge')}
        </Button>
      </div>
      <div className={classes.paper} tabIndex={0} role="region" aria-label={t('decisions.builder.paper')}>
        <PaperView model={reading.model} label={t('decisions.builder.paper')} />
      </div>
    </div>
  )
}
