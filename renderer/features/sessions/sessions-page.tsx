import { useRecord } from '#renderer/data/index.ts'
import { MissingPage } from '#renderer/ui/missing-page.tsx'
import { usePathBelow } from '#renderer/ui/use-path-below.ts'
import { t } from '#shared/i18n/index.ts'
import { NewSession } from './new-session.tsx'
import { SessionList } from './session-list.tsx'
import { SessionRoom } from './room/session-room.tsx'

/** The sessions of a case: the list, a new one, or the room of one of them. */
export function SessionsPage({ caseId }: { readonly caseId: string }) {
  const matter = useRecord('case', caseId)
  const [sessionId] = usePathBelow()
  if (!matter) return <MissingPage where={[t('sessions.title')]} href="#/cases" back={t('shell.cases')} />
  if (sessionId === 'new') return <NewSession matter={matter} />
  if (sessionId === undefined) return <SessionList matter={matter} />
  return <SessionRoom key={sessionId} matter={matter} sessionId={sessionId} />
}
