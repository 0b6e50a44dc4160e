import type { ReactNode } from 'react'
import classes from './form-parts.module.css'

interface FieldGroupProps {
  readonly legend: string
  readonly description?: string
  readonly children: ReactNode
}

/** Fields that belong together, under their name. */
export function FieldGroup({ legend, description, children }: FieldGroupProps) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{legend}</legend>
      {description !== undefined && <p className={classes.description}>{description}</p>}
      <div className={classes.fields}>{children}</div>
    </fieldset>
  )
}

/** Two or three fields side by side; they go under each other where the window is narrow. */
export function FormRow({ children }: { readonly children: ReactNode }) {
  return <div className={classes.row}>{children}</div>
}

/** The buttons that end a form: what it does first, then the way out. */
export function FormActions({ children }: { readonly children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>
}
