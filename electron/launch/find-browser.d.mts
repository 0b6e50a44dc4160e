/** Finds an installed Chrome, Chromium or Edge; `EVENHAND_BROWSER` names one outright. */
export function findBrowser(
  platform?: NodeJS.Platform,
  env?: Readonly<Record<string, string | undefined>>,
): string | undefined
