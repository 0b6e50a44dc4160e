import { Kbd } from '@mantine/core'
import { isMac, keyCaps } from './keys.ts'
import classes from './key-caps.module.css'

/** Draws the keys of a shortcut. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.caps}>
      {keyCaps(keys, isMac(navigator.platform)).map((cap) => (
        <Kbd key={cap} className={classes.cap}>
          {cap}
        </Kbd>
      ))}
    </span>
  )
}
