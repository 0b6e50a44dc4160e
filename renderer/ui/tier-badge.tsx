import { IconDoor, IconEyeOff, IconLock, IconMoodKid, IconUsers } from '@tabler/icons-react'
import classes from './tier-badge.module.css'

/** Who may ever see an entry; the tiers of `shared/records`. */
export type TierName = 'shared' | 'caucus' | 'child' | 'protected' | 'private'

const symbols = {
  shared: IconUsers,
  caucus: IconDoor,
  child: IconMoodKid,
  protected: IconLock,
  private: IconEyeOff,
} as const

/** Names who may see something: a word with an icon, and a pattern of the edge, never colour alone. */
export function TierBadge({ tier, label }: { readonly tier: TierName; readonly label: string }) {
  const Symbol = symbols[tier]
  return (
    <span className={classes.badge} data-tier={tier}>
      <Symbol size={14} stroke={1.8} aria-hidden />
      {label}
    </span>
  )
}
