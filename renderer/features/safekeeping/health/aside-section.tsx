import { useEffect, useState } from 'react'
import { storageCare } from '#renderer/data/index.ts'
import type { AsideFacts } from '#renderer/data/index.ts'
import { formatSize } from '#renderer/ui/format-size.ts'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'

/** Folders of the browser that were set aside because it could not open them; nothing where there never was one. */
export function AsideSection() {
  const [kept, setKept] = useState<AsideFacts['kept']>([])
  useEffect(() => {
    let isCurrent = true
    void storageCare.look().then((facts) => {
      if (isCurrent) setKept(facts?.kept ?? [])
    })
    return () => {
      isCurrent = false
    }
  }, [])
  if (kept.length === 0) return null
  return (
    <Section title={t('storage.aside.title')} description={t('storage.aside.lead')}>
      <ul>
        {kept.map(({ name, bytes }) => (
          <li key={name}>{t('storage.aside.named', { name, size: formatSize(bytes) })}</li>
        ))}
      </ul>
      <p>{t('storage.aside.next')}</p>
    </Section>
  )
}
