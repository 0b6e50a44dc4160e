import { useEffect } from 'react'

/**
 * Marks the page while another window has the keyboard: whatever carries the class `eh-confidential` is then blurred,
 * so that places and private notes do not stay readable beside a video call or on a table that others pass.
 */
export function useVeilWhenAway(): void {
  useEffect(() => {
    const veil = () => (document.documentElement.dataset['away'] = 'true')
    const lift = () => delete document.documentElement.dataset['away']
    window.addEventListener('blur', veil)
    window.addEventListener('focus', lift)
    return () => {
      lift()
      window.removeEventListener('blur', veil)
      window.removeEventListener('focus', lift)
    }
  }, [])
}
