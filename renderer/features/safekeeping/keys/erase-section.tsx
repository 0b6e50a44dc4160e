import { Button, Select, Stack } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useRenewal, useVault } from '#renderer/data/index.ts'
import type { ReadModel } from '#renderer/data/index.ts'
import { FormActions } from '#renderer/ui/form-parts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Section } from '#renderer/ui/section.tsx'
import { t } from '#shared/i18n/index.ts'

interface EraseSectionProps {
  readonly isReadOnly: boolean
  readonly isDone: boolean
  readonly onBegin: (caseId: string, name: string) => void
}

/** Chooses the case that is to be taken out for good. */
export function EraseSection({ isReadOnly, isDone, onBegin }: EraseSectionProps) {
  const cases = useVault(useCallback((reader: ReadModel) => reader.list('case'), []))
  const renewal = useRenewal()
  const [caseId, setCaseId] = useState<string | null>(null)
  const chosen = cases.find(({ id }) => id === caseId)
  return (
    <Section title={t('keys.erase.title')} description={t('keys.erase.text')}>
      <Stack gap="sm">
        {isDone && <Notice tone="good" live title={t('keys.erase.done')} kept={t('keys.erase.doneKept')} />}
        {cases.length === 0 ? (
          <p>{t('keys.erase.none')}</p>
        ) : (
          <>
            <Select
              label={t('keys.erase.choose')}
              data-begins="erase"
              data={cases.map(({ id, head }) => ({ value: id, label: head.label }))}
              value={caseId}
              w="24rem"
              maw="100%"
              onChange={setCaseId}
            />
            <FormActions>
              <Button
                variant="default"
                data-begins="erase"
                color="red"
                disabled={!chosen || isReadOnly || renewal.state !== 'none'}
                onClick={() => chosen && onBegin(chosen.id, chosen.head.label)}
              >
                {t('keys.erase.begin')}
              </Button>
            </FormActions>
          </>
        )}
      </Stack>
    </Section>
  )
}
