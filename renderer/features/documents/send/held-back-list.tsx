import type { BuiltDocument } from '#shared/documents/build-document.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './send-panel.module.css'

/** The register of what stays behind, class by class, with its ground: it describes and never shows. */
export function HeldBackList({ heldBack }: Pick<BuiltDocument, 'heldBack'>) {
  return (
    <section aria-labelledby="held-back">
      <h2 id="held-back" className={classes.title}>
        {t('documents.send.heldBack')}
      </h2>
      {heldBack.length === 0 ? (
        <p className={classes.words}>{t('documents.send.nothingHeldBack')}</p>
      ) : (
        <ul className={classes.list}>
          {heldBack.map(({ kind, what, ground, count }) => (
            <li key={kind}>
              <b>{t('documents.send.heldBackItem', { what, count })}</b>
              <span className={classes.soft}>{ground}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
