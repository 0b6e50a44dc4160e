import { Button } from '@mantine/core'

interface StepButtonProps {
  readonly isNext: boolean
  readonly label: string
  readonly href?: string
  readonly onClick?: () => void
}

/** The button of a step: filled where it is the next thing to do. */
export function StepButton({ isNext, label, href, onClick }: StepButtonProps) {
  const look = { variant: isNext ? 'filled' : 'default', size: 'compact-sm' } as const
  return href === undefined ? (
    <Button {...look} onClick={onClick}>
      {label}
    </Button>
  ) : (
    <Button {...look} component="a" href={href}>
      {label}
    </Button>
  )
}
