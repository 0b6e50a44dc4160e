import { Button, Group } from '@mantine/core'
import { IconFolderPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { execute } from '#renderer/data/index.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { RefusalNotice } from '#renderer/ui/refusal-notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { Refusal } from '#shared/commands/command.ts'
import { t } from '#shared/i18n/index.ts'
import { addSamplePractice } from '#shared/sample/add-sample-practice.ts'
import classes from './today.module.css'

const steps = ['family', 'authority', 'plan', 'work'] as const

interface FirstUseProps {
  readonly now: string
  /** The sample practice is on its way; it takes many steps, and Today waits for the last one. */
  readonly isAdding: boolean
  readonly onAdding: (isAdding: boolean) => void
}

/** What stands on an empty Today: the way in, and a way to look around first. */
export function FirstUse({ now, isAdding, onAdding }: FirstUseProps) {
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined)
  const addSample = async () => {
    onAdding(true)
    const added = await addSamplePractice(execute, now)
    onAdding(false)
    setRefusal(added.ok ? undefined : added.error)
  }
  return (
    <>
      <EmptyState
        icon={IconFolderPlus}
        title={t('today.first.title')}
        hint={t('today.first.hint')}
        action={
          <Group gap="sm">
            <Button component="a" href="#/cases/new">
              {t('today.first.enter')}
            </Button>
            <Button variant="default" loading={isAdding} onClick={() => void addSample()}>
              {t('today.first.sample')}
            </Button>
          </Group>
        }
      />
      <p className="eh-visually-hidden" role="status">
        {isAdding ? t('today.first.adding') : ''}
      </p>
      <RefusalNotice refusal={refusal} />
      <div className={classes.steps}>
        <Section title={t('today.first.steps.title')}>
          <ol>
            {steps.map((step) => (
              <li key={step}>{t(`today.first.steps.${step}`)}</li>
            ))}
          </ol>
        </Section>
      </div>
    </>
  )
}
