import general from '#resources/jurisdictions/general.json' with { type: 'json' }
import caBc from '#resources/jurisdictions/ca-bc.json' with { type: 'json' }
import usAz from '#resources/jurisdictions/us-az.json' with { type: 'json' }
import usCoDm from '#resources/jurisdictions/us-co-dm.json' with { type: 'json' }
import usCoPc from '#resources/jurisdictions/us-co-pc.json' with { type: 'json' }
import caOn from '#resources/jurisdictions/ca-on.json' with { type: 'json' }
import usNj from '#resources/jurisdictions/us-nj.json' with { type: 'json' }
import usOh from '#resources/jurisdictions/us-oh.json' with { type: 'json' }
import usTxF from '#resources/jurisdictions/us-tx-f.json' with { type: 'json' }
import { Profile } from '../domain/authority/profile.ts'

/** The jurisdiction profiles that come with the program, in the order in which they are offered. */
export const profiles: readonly Profile[] = [
  general,
  caBc,
  usAz,
  usCoDm,
  usCoPc,
  caOn,
  usNj,
  usOh,
  usTxF,
].map((data) => Profile.parse(data))

/** The profile of a case; one that is not known falls back to the general one, which defaults nothing. */
export function profileOf(id: string): Profile {
  const [general] = profiles
  const found = profiles.find((profile) => profile.id === id) ?? general
  if (!found) throw new Error('Broken invariant: the general profile comes with the program')
  return found
}
