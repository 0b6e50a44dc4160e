import { createElement, memo, useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { modelTexts } from '#shared/documents/clean-model.ts'
import type { DocumentModel } from '#shared/documents/model.ts'
import { modelToTree } from '#shared/documents/paper/model-to-tree.ts'
import { paperCss } from '#shared/documents/paper/paper-css.ts'
import type { PaperChild, PaperNode } from '#shared/documents/paper/tree.ts'
import { pageMeasures } from '#shared/documents/page-measures.ts'
import { isUnbroken } from '../unbroken.ts'
import { lowerSelectors, lowerTag } from './lower-headings.ts'
import { usePaperScale } from './use-paper-scale.ts'
import classes from './paper-view.module.css'

interface PaperViewProps {
  readonly model: DocumentModel
  /** Names the sheet for people who cannot see it. */
  readonly label: string
}

/**
 * The document as it will be printed, scaled to the width it is given.
 *
 * Preview, print, PDF and Word come from the same model; this is the preview, and what `window.print` prints.
 */
export const PaperView = memo(function PaperView({ model, label }: PaperViewProps) {
  usePaperStyle(model)
  const tree = useMemo(() => paperElement(modelToTree(model), 'paper'), [model])
  const hasUnbroken = useMemo(() => modelTexts(model).some(({ text }) => isUnbroken(text)), [model])
  const sheetPx = (pageMeasures(model.page).widthPt * 96) / 72
  const { frameRef, scale } = usePaperScale(sheetPx)
  return (
    <div ref={frameRef} className={classes.frame} role="group" aria-label={label}>
      <div className={classes.sheet} style={{ zoom: scale }} data-unbroken={hasUnbroken || undefined}>
        {tree}
      </div>
    </div>
  )
})

/** Puts the style of the paper beside the program's own, as an adopted sheet: the page's policy allows no other way. */
function usePaperStyle(model: DocumentModel): void {
  const text = useMemo(() => lowerSelectors(paperCss(model)), [model])
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [text])
}

function paperElement(node: PaperNode, key: string): ReactNode {
  const { class: className, ...attributes } = node.attrs
  const children = node.children.map((child, index) => paperChild(child, String(index)))
  return createElement(lowerTag(node.tag), { key, className, ...attributes }, ...children)
}

function paperChild(child: PaperChild, key: string): ReactNode {
  return typeof child === 'string' ? child : paperElement(child, key)
}
