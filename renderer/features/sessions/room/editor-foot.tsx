import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconPencil } from '@tabler/icons-react'
import type { AutosaveState } from '#renderer/ui/autosaver.ts'
import { KeyCaps } from '#renderer/ui/shortcuts/key-caps.tsx'
import { t } from '#shared/i18n/index.ts'
import classes from './editor-foot.module.css'

interface EditorFootProps {
  readonly state: AutosaveState
  readonly problem: string | undefined
  readonly label: string
  readonly onFinish: () => void
}

const symbols = {
  saved: IconCheck,
  waiting: IconPencil,
  saving: IconPencil,
  failed: IconAlertTriangle,
} as const

/** Under the cursor: whether these words are on the disk, and the way to the next entry. */
export function EditorFoot({ state, problem, label, onFinish }: EditorFootProps) {
  const Symbol = symbols[state]
  return (
    <div className={classes.foot}>
      <p className={classes.state} data-state={state} data-testid="entry-save-state">
        <Symbol size={16} stroke={1.6} aria-hidden />
        <span role={state === 'failed' ? 'alert' : undefined}>
          {problem !== undefined && state === 'failed' ? problem : t(`sessions.save.${state}`)}
        </span>
      </p>
      <span className={classes.hint} aria-hidden>
        {t('sessions.composer.hint')}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        onClick={onFinish}
        rightSection={<KeyCaps keys="mod+Enter" />}
      >
        {label}
      </Button>
    </div>
  )
}
