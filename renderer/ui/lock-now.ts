import { createContext } from 'react'

/** Covers the page and locks the vault; the shell gives the real one. */
export const LockNow = createContext<() => void>(() => undefined)
