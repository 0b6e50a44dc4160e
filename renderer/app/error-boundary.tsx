import { Component } from 'react'
import type { ReactNode } from 'react'
import { host } from '#renderer/host/index.ts'
import { BrokenPage } from './broken-page.tsx'

interface ErrorBoundaryProps {
  readonly children: ReactNode
}

/** Keeps a screen that throws from taking the program with it; the log learns that it happened, never what was on it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override componentDidCatch(): void {
    void host.call('log.write', { level: 'error', code: 'page-broke' })
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return <BrokenPage onAgain={() => this.setState({ isBroken: false })} />
  }
}
