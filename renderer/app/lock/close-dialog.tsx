import { Button, Group, Modal } from '@mantine/core'
import { t } from '#shared/i18n/index.ts'
import type { CloseQuestion } from './use-save-before-close.ts'

/** Asks before words that could not be saved are lost with the window. Staying is the way out of every slip. */
export function CloseDialog({ question }: { readonly question: CloseQuestion }) {
  const { isAsked, stay, closeAnyway } = question
  return (
    <Modal
      opened={isAsked}
      onClose={stay}
      title={t('safety.close.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <p>{t('safety.close.body')}</p>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={closeAnyway}>
          {t('safety.close.anyway')}
        </Button>
        <Button onClick={stay} data-autofocus>
          {t('safety.close.stay')}
        </Button>
      </Group>
    </Modal>
  )
}
