import { app } from 'electron'

const plainSwitches = [
  'disable-http-cache',
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'no-pings',
  'disable-sync',
  'disable-quic',
  'force-webrtc-ip-handling-policy',
]

/** Shuts Chromium's ways to the network before it starts. What it does not know it ignores, so tests count requests too. */
export function applySwitches(): void {
  app.enableSandbox()
  for (const name of plainSwitches) app.commandLine.appendSwitch(name)
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('proxy-server', '127.0.0.1:9')
  app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>')
  app.commandLine.appendSwitch('webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

/** The same for the resolver, which only listens once the program is ready. */
export function closeResolver(): void {
  app.configureHostResolver({ enableBuiltInResolver: false, secureDnsMode: 'off' })
}
