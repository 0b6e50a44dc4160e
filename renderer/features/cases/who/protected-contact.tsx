import { CopyConfidential } from '#renderer/ui/copy-confidential.tsx'
import type { Contact } from '#shared/domain/case/case.ts'
import { t } from '#shared/i18n/index.ts'
import classes from './who.module.css'

interface ProtectedContactProps {
  readonly contact: Contact
  readonly name: string
}

const fields = ['safeContact', 'phone', 'email', 'address'] as const

/**
 * Where a protected parent can be reached, one line each. The words cannot be marked with the mouse: the button beside
 * them copies, and what it copies leaves the clipboard again.
 */
export function ProtectedContact({ contact, name }: ProtectedContactProps) {
  return (
    <ul className={classes.protectedLines}>
      {fields
        .filter((field) => contact[field] !== '')
        .map((field) => (
          <li key={field}>
            <span className="eh-confidential">{contact[field]}</span>
            <CopyConfidential
              text={contact[field]}
              what={t(`cases.overview.contact.copy.${field}`)}
              name={name}
            />
          </li>
        ))}
    </ul>
  )
}
