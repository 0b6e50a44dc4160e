import { Button, Menu } from '@mantine/core'
import { IconHistory, IconSend, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCommand } from '#renderer/data/index.ts'
import { ConfirmDialog } from '#renderer/ui/confirm-dialog.tsx'
import { caseHref, historyHref } from '#renderer/ui/links.ts'
import { discardDraft } from '#shared/commands/decisions.ts'
import { t } from '#shared/i18n/index.ts'
import type { RecordEntry } from '#shared/records/record.ts'

interface DraftMenuProps {
  readonly matter: RecordEntry<'case'>
  readonly decision: RecordEntry<'decision'>
}

/** What else can be done with a draft: show it to somebody, or throw it away. */
export function DraftMenu({ matter, decision }: DraftMenuProps) {
  const discard = useCommand(discardDraft)
  const [, navigate] = useLocation()
  const [isAsked, setAsked] = useState(false)
  const confirm = async () => {
    const result = await discard.run({ decision: decision.id })
    if (result.ok) navigate(caseHref(matter.id, 'decisions').slice(1), { replace: true })
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">{t('decisions.builder.more')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component="a"
            href={caseHref(matter.id, 'documents', 'decision', decision.id)}
            leftSection={<IconSend size={16} stroke={1.6} aria-hidden />}
          >
            {t('decisions.builder.sendDraft')}
          </Menu.Item>
          <Menu.Item
            component="a"
            href={historyHref('record', decision.id)}
            leftSection={<IconHistory size={16} stroke={1.6} aria-hidden />}
          >
            {t('history.linkRecord')}
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
            onClick={() => setAsked(true)}
          >
            {t('decisions.builder.discard')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={isAsked}
        tone="danger"
        title={t('decisions.builder.discardTitle')}
        body={t('decisions.builder.discardBody')}
        confirmLabel={t('decisions.builder.discard')}
        loading={discard.state === 'running'}
        onClose={() => setAsked(false)}
        onConfirm={() => void confirm()}
      />
    </>
  )
}
