/** Switches that open a packaged program to debuggers, logs, other profiles or the network. */
export const refusedSwitches = [
  'allow-file-access-from-files',
  'browser-subprocess-path',
  'disable-gpu-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-setuid-sandbox',
  'disable-site-isolation-trials',
  'disable-web-security',
  'enable-logging',
  'gpu-launcher',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'js-flags',
  'load-extension',
  'log-net-log',
  'no-sandbox',
  'proxy-auto-detect',
  'proxy-bypass-list',
  'proxy-pac-url',
  'proxy-server',
  'remote-allow-origins',
  'remote-debugging-address',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'renderer-cmd-prefix',
  'single-process',
  'trace-startup',
  'unsafely-treat-insecure-origin-as-secure',
  'user-data-dir',
  'utility-cmd-prefix',
] as const

/** Variables that do the same through the environment. */
export const refusedVariables = [
  'CHROME_LOG_FILE',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_ENABLE_STACK_DUMPING',
  'ELECTRON_LOG_ASAR_READS',
  'ELECTRON_LOG_FILE',
  'ELECTRON_NO_ASAR',
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
