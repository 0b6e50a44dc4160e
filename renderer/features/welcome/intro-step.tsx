import { Button } from '@mantine/core'
import { IconFileText, IconScale, IconShieldLock } from '@tabler/icons-react'
import { DoorPage } from '#renderer/ui/door/door-page.tsx'
import { FormActions } from '#renderer/ui/form-parts.tsx'
import { t } from '#shared/i18n/index.ts'
import classes from './welcome.module.css'

const lines = [
  { name: 'place', icon: IconShieldLock },
  { name: 'authority', icon: IconScale },
  { name: 'paper', icon: IconFileText },
] as const

interface IntroStepProps {
  readonly onNext: () => void
  readonly onRestore: () => void
}

/** What the program is, in three lines, and what comes next. */
export function IntroStep({ onNext, onRestore }: IntroStepProps) {
  return (
    <DoorPage title={t('welcome.title')} lead={t('welcome.lead')}>
      <ul className={classes.lines}>
        {lines.map(({ name, icon: Symbol }) => (
          <li key={name}>
            <Symbol size={22} stroke={1.4} aria-hidden />
            <span>{t(`welcome.lines.${name}`)}</span>
          </li>
        ))}
      </ul>
      <p className={classes.need}>{t('welcome.need')}</p>
      <FormActions>
        <Button onClick={onNext}>{t('welcome.start')}</Button>
        <Button variant="subtle" onClick={onRestore}>
          {t('backups.restore.title')}
        </Button>
      </FormActions>
    </DoorPage>
  )
}
