import { useLocation } from 'wouter'

/** What stands in the address below a section of a case: `#/cases/k3/disputes/d7/plan` gives `['d7', 'plan']`. */
export function usePathBelow(): readonly string[] {
  const [location] = useLocation()
  return location.split('/').filter(Boolean).slice(3)
}
