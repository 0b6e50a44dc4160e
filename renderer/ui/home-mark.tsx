import { useId } from 'react'
import classes from './home-mark.module.css'

/** `none` is a person without one of the two homes: no pattern. */
export type Home = 'pine' | 'plum' | 'none'

interface HomeMarkProps {
  readonly home: Home
  /** One to three letters. */
  readonly initials: string
  readonly size?: number
  /** Who it stands for, where no name stands beside it. */
  readonly label?: string
}

/** Marks one of the two homes: a colour, a pattern and initials, so that no one needs the colour. */
export function HomeMark({ home, initials, size = 28, label }: HomeMarkProps) {
  const patternId = useId()
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <span className={classes.mark} data-home={home} {...named}>
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
        <defs>
          <pattern id={patternId} width="6" height="6" patternUnits="userSpaceOnUse">
            <Drawing home={home} />
          </pattern>
        </defs>
        <rect className={classes.ground} x="0.75" y="0.75" width="30.5" height="30.5" rx="6" />
        <rect x="0.75" y="0.75" width="30.5" height="30.5" rx="6" fill={`url(#${patternId})`} />
        <rect className={classes.plate} x="4" y="8" width="24" height="16" rx="3" />
        <text className={classes.letters} x="16" y="16.5" textAnchor="middle" dominantBaseline="central">
          {initials.slice(0, 3)}
        </text>
      </svg>
    </span>
  )
}

function Drawing({ home }: { readonly home: Home }) {
  if (home === 'none') return null
  if (home === 'pine') return <path className={classes.line} d="M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3" />
  return (
    <g className={classes.dots}>
      <circle cx="1.5" cy="1.5" r="1" />
      <circle cx="4.5" cy="4.5" r="1" />
    </g>
  )
}

interface HomeNameProps {
  readonly home: Home
  readonly initials: string
  readonly name: string
}

/** A name with the mark of its home before it. */
export function HomeName({ home, initials, name }: HomeNameProps) {
  return (
    <span className={classes.name}>
      <HomeMark home={home} initials={initials} size={24} />
      <span>{name}</span>
    </span>
  )
}
