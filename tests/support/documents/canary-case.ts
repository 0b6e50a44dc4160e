import { MemoryVault } from '#tests/support/memory-vault.ts'
import { make, must } from './must.ts'

interface EntryShape {
  readonly kind: string
  readonly tier: string
  readonly isStruckOut: boolean
}

export interface CaseShape {
  readonly regime: string
  readonly sessions: readonly {
    readonly purpose: string
    readonly isSigned: boolean
    readonly entries: readonly EntryShape[]
  }[]
  readonly attachmentTiers: readonly string[]
  readonly isProtected: boolean
  readonly otherFamilies: number
}

export interface CanaryCase {
  readonly vault: MemoryVault
  readonly caseId: string
  readonly decisionId: string
  /** Texts that no document may hold. */
  readonly forbidden: readonly string[]
  /** Texts that the court may not see under the regime of the case. */
  readonly forbiddenToCourt: readonly string[]
  /** Texts that were shared and may appear. */
  readonly allowed: readonly string[]
}

/** Builds a case with a canary in every private field, through the real commands. */
export async function aCanaryCase(shape: CaseShape): Promise<CanaryCase> {
  const canaries = new Canaries()
  const vault = new MemoryVault()
  const caseId = await family(vault, canaries, shape)
  for (let count = 0; count < shape.otherFamilies; count += 1) await otherFamily(vault, canaries)
  for (const tier of shape.attachmentTiers) await attachment(vault, canaries, caseId, tier)
  for (const session of shape.sessions) await hold(vault, canaries, caseId, session, shape.regime)
  const disputeId = await make(vault, 'dispute.raise', {
    case: caseId,
    title: 'Exchange',
    issue: 'I-02',
    raisedOn: '2026-10-01',
  })
  await must(vault, 'dispute.refer', {
    dispute: disputeId,
    to: 'mediation',
    on: '2026-10-02',
    reason: canaries.forbid(),
  })
  const second = await make(vault, 'dispute.raise', {
    case: caseId,
    title: 'Waiting',
    issue: 'I-02',
    raisedOn: '2026-10-03',
  })
  const decisionId = await make(vault, 'decision.draft', { dispute: second })
  await must(vault, 'case.suspend', { case: caseId, on: '2026-10-10', reason: canaries.forbid() })
  return { vault, caseId, decisionId, ...canaries.lists() }
}

async function family(
  vault: MemoryVault,
  canaries: Canaries,
  { regime, isProtected }: CaseShape,
): Promise<string> {
  const caseId = await make(vault, 'case.create', {
    label: canaries.forbid(),
    parties: [{ name: 'Ann Ash', shortName: canaries.forbid() }, { name: 'Ben Birch' }],
    children: [{ name: `Kim ${canaries.forbid()}`, birthYear: 2019 }],
    counsel: [{ name: 'Cy Cole', firm: 'Cole', for: 'A' }],
  })
  await must(vault, 'case.recordConflictCheck', {
    case: caseId,
    on: '2026-01-02',
    outcome: 'clear',
    note: canaries.forbid(),
  })
  await must(vault, 'case.recordScreening', {
    case: caseId,
    party: 'A',
    on: '2026-01-03',
    outcome: 'suitable-with-modifications',
    modifications: canaries.forbid(),
    privateAnswers: canaries.forbid(),
  })
  await must(vault, 'case.update', { case: caseId, privateNote: canaries.forbid() })
  await must(vault, 'case.recordWarning', {
    case: caseId,
    party: 'B',
    on: '2026-02-01',
    about: canaries.forbid(),
  })
  await must(vault, 'case.setContact', {
    case: caseId,
    party: 'A',
    address: canaries.forbid(),
    phone: canaries.forbid(),
    email: `${canaries.forbid()}@x.example`,
    safeContact: canaries.forbid(),
    isProtected,
    protectedWords: [canaries.forbid()],
  })
  await must(vault, 'instrument.record', {
    case: caseId,
    kind: 'agreement',
    title: 'Agreement',
    madeOn: '2026-01-05',
    regime,
    note: canaries.forbid(),
  })
  return caseId
}

async function otherFamily(vault: MemoryVault, canaries: Canaries): Promise<void> {
  const other = await make(vault, 'case.create', {
    parties: [{ name: canaries.forbid() }, { name: canaries.forbid() }],
    children: [{ name: canaries.forbid() }],
  })
  await must(vault, 'case.recordConflictCheck', { case: other, on: '2026-01-02', outcome: 'clear' })
  const session = await make(vault, 'session.open', {
    case: other,
    heldOn: '2026-03-01',
    startTime: '09:00',
    method: 'phone',
  })
  await must(vault, 'session.addEntry', { session, text: canaries.forbid() })
}

async function attachment(
  vault: MemoryVault,
  canaries: Canaries,
  caseId: string,
  tier: string,
): Promise<void> {
  const title = tier === 'shared' ? canaries.allow() : canaries.forbid()
  await must(vault, 'attachment.add', {
    case: caseId,
    title,
    fileName: `${canaries.forbid()}.png`,
    base64: 'AAAA',
    sizeBytes: 3,
    sha256: '00',
    receivedOn: '2026-04-01',
    tier,
  })
}

async function hold(
  vault: MemoryVault,
  canaries: Canaries,
  caseId: string,
  { purpose, isSigned, entries }: CaseShape['sessions'][number],
  regime: string,
): Promise<void> {
  const session = await make(vault, 'session.open', {
    case: caseId,
    heldOn: '2026-05-01',
    startTime: '09:00',
    method: 'video',
    purpose,
  })
  for (const { kind, tier, isStruckOut } of entries) {
    const isShared = tier === 'shared' && kind !== 'reflection' && !isStruckOut
    const isForCourt = regime === 'open' || (regime === 'mixed' && purpose === 'review')
    const text = !isShared ? canaries.forbid() : isForCourt ? canaries.allow() : canaries.forbidToCourt()
    const added = await must(vault, 'session.addEntry', { session, kind, tier, text })
    if (isStruckOut && 'entry' in added)
      await must(vault, 'session.strikeEntry', { session, entry: added.entry })
  }
  if (isSigned) await must(vault, 'session.sign', { session })
}

/** Unique words, sorted by where they may appear. */
class Canaries {
  private count = 0
  private readonly forbidden: string[] = []
  private readonly forbiddenToCourt: string[] = []
  private readonly allowed: string[] = []

  forbid(): string {
    return this.next(this.forbidden)
  }

  forbidToCourt(): string {
    return this.next(this.forbiddenToCourt)
  }

  allow(): string {
    return this.next(this.allowed)
  }

  lists(): Pick<CanaryCase, 'forbidden' | 'forbiddenToCourt' | 'allowed'> {
    return { forbidden: this.forbidden, forbiddenToCourt: this.forbiddenToCourt, allowed: this.allowed }
  }

  private next(list: string[]): string {
    this.count += 1
    const canary = `QZCANARY${String(this.count).padStart(4, '0')}XQ`
    list.push(canary)
    return canary
  }
}
