import { readPlanIn, recordAuthority, startWork } from './authority.ts'
import { issueDecision, sendOut, writeDecision } from './decision.ts'
import { recordImpasse, takeDispute } from './dispute.ts'
import { enterFamily, enterPractice, keepPrivateThings, takeIn } from './family.ts'
import { holdSession } from './session.ts'
import { lockAndUnlock, lookAround, makeVault } from './vault.ts'
import type { Walk } from './walk.ts'

/** The day on which the story is told: both parents have had until Friday to answer. */
export const storyClock = '2026-10-19T17:00:00Z'
export const storyZone = 'America/Vancouver'

const steps: readonly { readonly title: string; readonly run: (walk: Walk) => Promise<void> }[] = [
  { title: 'Fill in the letterhead', run: enterPractice },
  { title: 'Enter a family', run: enterFamily },
  { title: 'Check for conflicts and screen each parent alone', run: takeIn },
  { title: 'Keep a protected address and a private note', run: keepPrivateThings },
  { title: 'Record the power given in writing', run: recordAuthority },
  { title: 'Read the parenting plan in from Word', run: readPlanIn },
  { title: 'Start the work', run: startWork },
  { title: 'Take a dispute, give notice, record both positions', run: takeDispute },
  { title: 'Hold a session and type notes', run: holdSession },
  { title: 'Record that facilitation ended at an impasse', run: recordImpasse },
  { title: 'Write the decision under the gate', run: writeDecision },
  { title: 'Issue the decision', run: issueDecision },
  { title: 'Save the decision, the summary and the case file', run: sendOut },
  { title: 'Open the palette and the list of shortcuts', run: lookAround },
]

/**
 * Walks through the whole main job, from an empty vault to the saved documents, then locks and unlocks.
 * `onStep` hears the title of each step before it is taken.
 */
export async function walkMainJob(
  walk: Walk,
  onStep: (title: string) => void = () => undefined,
): Promise<void> {
  onStep('Create an encrypted vault and prove the recovery kit')
  const passphrase = await makeVault(walk)
  for (const { title, run } of steps) {
    onStep(title)
    await run(walk)
  }
  onStep('Lock, and unlock again')
  await lockAndUnlock(walk, passphrase)
}
