import { useEffect, useState } from 'react'
import { host } from '#renderer/host/index.ts'
import { DefinitionList } from '#renderer/ui/definition-list.tsx'
import { Section } from '#renderer/ui/section.tsx'
import type { AppInfo } from '#shared/contract/methods.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './settings.module.css'

const protectedFrom = ['theft', 'desk', 'copies', 'silence'] as const
const notProtectedFrom = ['open', 'malware', 'exported', 'lost', 'disk'] as const

/** Which program this is, where the data lives, and plainly what is and what is not protected. */
export function AboutSection() {
  const info = useAppInfo()
  return (
    <Section title={t('settings.about.title')}>
      <DefinitionList
        items={[
          { label: t('settings.about.version'), value: info?.version ?? t('settings.about.unknown') },
          {
            label: t('settings.about.runsIn'),
            value: info ? t(`settings.about.hosts.${info.host}`) : t('settings.about.unknown'),
          },
          { label: t('settings.about.where'), value: t('settings.about.whereText') },
        ]}
      />
      <h3 className={classes.heading}>{t('settings.about.protectedTitle')}</h3>
      <ul className={classes.list}>
        {protectedFrom.map((name) => (
          <li key={name}>{t(`settings.about.protected.${name}`)}</li>
        ))}
      </ul>
      <h3 className={classes.heading}>{t('settings.about.notProtectedTitle')}</h3>
      <ul className={classes.list}>
        {notProtectedFrom.map((name) => (
          <li key={name}>{t(`settings.about.notProtected.${name}`)}</li>
        ))}
      </ul>
    </Section>
  )
}

function useAppInfo(): AppInfo | undefined {
  const [info, setInfo] = useState<AppInfo>()
  useEffect(() => {
    void host.call('app.info', {}).then((answer) => answer.ok && setInfo(answer.value))
  }, [])
  return info
}
