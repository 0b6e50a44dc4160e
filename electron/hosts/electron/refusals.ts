/** Switches that open a packaged program to debuggers, logs, other profiles or the network. */
export const refusedSwitches = [
  'disable-site-isolation-trials',
  'disable-web-security',
  'enable-logging',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'js-flags',
  'load-extension',
  'log-net-log',
  'no-sandbox',
  'proxy-pac-url',
  'remote-allow-origins',
  'remote-debugging-address',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'unsafely-treat-insecure-origin-as-secure',
  'user-data-dir',
] as const

/** Variables that do the same through the environment. */
export const refusedVariables = [
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'ELECTRON_RUN_AS_NODE',
  'NODE_OPTIONS',
  'SSLKEYLOGFILE',
] as const

/** Names the first switch or variable with which a packaged program must not start, or undefined. */
export function findRefused(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return argv.map(switchName).find(isRefusedSwitch) ?? refusedVariables.find((name) => isSet(env, name))
}

// Chromium takes one dash or two, and slashes on Windows; upper case is another switch to it on no system.
function switchName(argument: string): string {
  const match = /^(?:--?|\/)([^=]+)/.exec(argument)
  return match?.[1]?.toLowerCase() ?? ''
}

function isRefusedSwitch(name: string): boolean {
  return name.startsWith('inspect') || refusedSwitches.some((refused) => refused === name)
}

function isSet(env: Readonly<Record<string, string | undefined>>, name: string): boolean {
  return Object.keys(env).some((key) => key.toUpperCase() === name && env[key] !== '')
}
