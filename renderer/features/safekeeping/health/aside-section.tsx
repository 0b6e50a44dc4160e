import { useEffect, useState } from 'react'
import { storageCare } from '#renderer/data/index.ts'
import type { AsideFacts } from '#renderer/data/index.ts'
import { DefinitionList } from '#renderer/ui/definition-list.tsx'
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
  const items = kept.map(({ name, bytes }) => ({
    label: name,
    value: t('storage.aside.size', { size: formatSize(bytes) }),
  }))
  return (
    <Section title={t('storage.aside.title')} description={t('storage.aside.lead')}>
      <DefinitionList items={items} />
      <p>{t('storage.aside.next')}</p>
    </Section>
  )
}
