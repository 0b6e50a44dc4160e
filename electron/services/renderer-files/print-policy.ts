/** What a page that is only printed may use: its own style text, and fonts and pictures that it carries itself. */
export const printPolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

const HEAD = /<head[^>]*>/i

/** Puts the printing policy at the very start of a page's head, before anything could be asked for. */
export function withPrintPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${printPolicy}">`
  if (!HEAD.test(html)) throw new Error('A page to print needs a head')
  return html.replace(HEAD, (head) => head + meta)
}
