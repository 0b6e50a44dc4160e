import type { MouseEvent } from 'react'

/**
 * Spread onto the button that sends a form: pressing it does not take the cursor out of the field first. Otherwise
 * the sentence that appears when a field is left would move the button away under the press, and nothing is sent.
 */
export const keepFocus = { onMouseDown: (event: MouseEvent) => event.preventDefault() } as const
