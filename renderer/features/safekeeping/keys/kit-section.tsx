import { Button } from '@mantine/core'
import { Notice } from '#renderer/ui/notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'

interface KitSectionProps {
  readonly isReadOnly: boolean
  readonly isDone: boolean
  readonly onBegin: () => void
}

/** The page on paper, and how it is replaced. */
export function KitSection({ isReadOnly, isDone, onBegin }: KitSectionProps) {
  return (
    <Section
      title={t('keys.kit.title')}
      description={t('keys.kit.text')}
      action={
        <Button variant="default" data-begins="kit" disabled={isReadOnly} onClick={onBegin}>
          {t('keys.kit.make')}
        </Button>
      }
    >
      {isDone && <Notice tone="good" live title={t('keys.kit.done')} kept={t('keys.kit.doneKept')} />}
    </Section>
  )
}
