import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'

/** Takes one line of a list away. */
export function RemoveButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} title={label} onClick={onClick}>
      <IconTrash size={18} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}
