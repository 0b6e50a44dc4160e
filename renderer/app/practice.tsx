import { registerFlush, useVault } from '#renderer/data/index.ts'
import { ThemeProvider } from '#renderer/ui/theme/theme-provider.tsx'
import { FlushContext } from '#renderer/ui/flush-context.ts'
import { practiceOf } from '#shared/commands/practice.ts'
import { setTerminology } from '#shared/i18n/index.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { CloseDialog } from './lock/close-dialog.tsx'
import type { CloseQuestion } from './lock/use-save-before-close.ts'
import { Shell } from './shell/shell.tsx'

/** Everything inside the vault, in the practice's look and words; drafts get their way to be saved in time. */
export function Practice({ question }: { readonly question: CloseQuestion }) {
  const { appearance, terminology } = useVault(practiceOf)
  // Before the screens below are drawn, so that they are drawn with the new words.
  setTerminology(terminology)
  return (
    <FlushContext value={registerFlush}>
      <ThemeProvider appearance={appearance}>
        <ErrorBoundary>
          <Shell />
          <CloseDialog question={question} />
        </ErrorBoundary>
      </ThemeProvider>
    </FlushContext>
  )
}
