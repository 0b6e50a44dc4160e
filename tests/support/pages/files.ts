import type { Page } from 'playwright-core'

/** The files of a case, as the person sees them. */
export function filesPage(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1 }),
    chooser: page.locator('input[type="file"]').first(),
    added: page.getByText(/ added\.$/u),
    row: (name: string | RegExp) => page.getByRole('row', { name }),
    link: (name: string | RegExp) => page.getByRole('link', { name }),
    picture: page.getByRole('img', { name: /^Picture: / }),
    copy: page.getByRole('button', { name: 'Save a copy' }).first(),
    confirmCopy: page.getByRole('dialog').getByRole('button', { name: 'Save a copy' }),
    refusal: page.getByRole('alert'),
  }
}

/** Drops a file on the page, as the browser does when it comes from the desktop. */
export async function dropFile(
  page: Page,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<void> {
  await page.evaluate(
    ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], name))
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
        )
    },
    { name: file.name, base64: file.bytes.toString('base64') },
  )
}
