import type { Proof, ProofRun } from '../proof.ts'
import { watchSession } from '#tests/support/network/watch-session.ts'
import type { WatchedSession } from '#tests/support/network/watch-session.ts'

/** The whole main job with hostile words, and then every way to the network that a taken-over page has, for minutes. */
export const proof: Proof = {
  id: 'P6',
  title: 'Nothing goes over the network, whatever is typed and whatever a page tries',
  kind: 'browser',
  tiers: ['ci', 'full'],
  async run(run) {
    const seconds = run.scale({ sample: 30, ci: 300, full: 1_800 })
    const session = await watchSession(run.folder, seconds, 'guarded')
    judge(run, session)
    for (const url of session.asked) run.fail(`while a person worked the page asked for ${url}`)
    if (session.by !== 'listeners and requests only' && session.localCalls === 0)
      run.fail('nothing was watched')
    run.note(
      `${String(session.seconds)} s, ${String(session.tries)} tries in ${String(session.rounds)} rounds, ${String(session.localCalls)} calls within this computer, ${String(session.packets)} packets, ${String(session.routeQuestions)} questions for a route; watched by ${session.by}`,
    )
    return session.tries
  },
  control: {
    what: 'The same tries on a page of the same browser without policy, switches or proxy.',
    sabotage: async (run) => judge(run, await watchSession(run.folder, 0, 'open')),
  },
}

function judge(run: ProofRun, { heard, calls, packets, by }: WatchedSession): void {
  if (packets > 0 && by !== 'listeners and requests only')
    run.fail(`${String(packets)} packets went over a network`)
  for (const listener of heard) run.fail(`something arrived at ${listener}`)
  for (const call of calls) run.fail(`a system call: ${call}`)
}
