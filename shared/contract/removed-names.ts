/** Globals both hosts take from the page before its code runs: ways to the network that no content policy closes. */
export const removedNames: readonly string[] = [
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'RTCDataChannel',
  'RTCIceTransport',
  'RTCDtlsTransport',
  'WebTransport',
  'WebSocketStream',
  'DirectSocket',
  'TCPSocket',
  'UDPSocket',
]
