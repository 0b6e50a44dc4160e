import { Badge } from '@mantine/core'
import type { DisputeStatus } from '#shared/domain/dispute/dispute.ts'
import { t } from '#shared/i18n/index.ts'

const colors: Readonly<Record<DisputeStatus, string>> = {
  raised: 'accent',
  impasse: 'yellow',
  agreed: 'green',
  decided: 'green',
  recommended: 'green',
  referred: 'gray',
  closed: 'gray',
}

/** The state of a dispute in one word. */
export function StatusWord({ status }: { readonly status: DisputeStatus }) {
  return (
    <Badge variant="light" color={colors[status]} radius="sm" tt="none" fw={550} size="lg" fz="xs">
      {t(`disputes.status.${status}`)}
    </Badge>
  )
}
