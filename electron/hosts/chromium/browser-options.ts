import { chromium } from 'playwright-core'
import { existsSync } from 'node:fs'
import { findBrowser } from '#electron/launch/find-browser.mjs'

type LaunchOptions = NonNullable<Parameters<typeof chromium.launch>[0]>

// Chromium listens to the last such list only, and playwright sends one before ours: theirs comes first here.
const disabledFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'InterestFeedContentSuggestions',
  'Translate',
]

// A switch that Chromium does not know is ignored in silence; tests/e2e counts requests instead of trusting this list.
const quietArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--disable-http-cache',
  '--no-pings',
  '--no-first-run',
  '--no-default-browser-check',
  '--dns-prefetch-disable',
  `--disable-features=${disabledFeatures.join(',')}`,
  '--disable-search-engine-choice-screen',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy',
  // No name resolves, and whatever would leave anyhow meets a closed door, loopback included.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  // Hides the bar that warns about the switches above.
  '--test-type',
]

/** Where the browser is: the one given, one that is installed, or playwright's own download. */
export function browserPath(given?: string): string | undefined {
  return given ?? findBrowser() ?? ownDownload()
}

/** How every browser of this host is started: a pipe and no port, quiet, and sandboxed unless the user is root. */
export function browserOptions(
  executablePath: string | undefined,
  extraArguments: readonly string[] = [],
): LaunchOptions {
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    // Chromium refuses its sandbox to root; nobody else may go without it.
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [...quietArguments, ...extraArguments],
    handleSIGHUP: false,
  }
}

function ownDownload(): string | undefined {
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}
