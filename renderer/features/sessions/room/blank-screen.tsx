import { useEffect, useRef } from 'react'
import { t } from '#shared/i18n/index.ts'
import classes from './blank-screen.module.css'

/** An empty screen over everything, in the top layer of the browser; Esc takes it away and the cursor is where it was. */
export function BlankScreen({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog ref={dialog} className={classes.blank} aria-label={t('sessions.room.blank')} onClose={onClose}>
      <p className={classes.words} tabIndex={-1}>
        {t('sessions.room.unblank')}
      </p>
    </dialog>
  )
}
