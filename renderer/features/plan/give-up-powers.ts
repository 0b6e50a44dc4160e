/**
 * What reading a file may use: the language itself, and what takes bytes in, inflates them and sends an answer. An import
 * with an effect: it must be the first of the worker that reads, so that nothing of a file was read before.
 *
 * A worker of the page could otherwise open the vault's (sealed) store, remove it, or knock at the network, which the
 * policy of the page closes as well.
 */
const kept = new Set([
  ...[
    'Object',
    'Function',
    'Array',
    'Number',
    'Boolean',
    'String',
    'Symbol',
    'BigInt',
    'Math',
    'JSON',
    'Date',
  ],
  ...['RegExp', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Proxy', 'Reflect'],
  ...[
    'Promise',
    'Iterator',
    'Intl',
    'ArrayBuffer',
    'DataView',
    'Uint8Array',
    'Uint8ClampedArray',
    'Uint16Array',
  ],
  ...['Uint32Array', 'Int8Array', 'Int16Array', 'Int32Array', 'Float32Array', 'Float64Array'],
  ...[
    'BigInt64Array',
    'BigUint64Array',
    'Error',
    'AggregateError',
    'EvalError',
    'RangeError',
    'ReferenceError',
  ],
  ...[
    'SyntaxError',
    'TypeError',
    'URIError',
    'Infinity',
    'NaN',
    'undefined',
    'globalThis',
    'isFinite',
    'isNaN',
  ],
  ...['parseFloat', 'parseInt', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent'],
  ...[
    'self',
    'constructor',
    'onmessage',
    'onmessageerror',
    'postMessage',
    'close',
    'console',
    'structuredClone',
  ],
  ...['queueMicrotask', 'setTimeout', 'clearTimeout', 'reportError', 'onerror', 'DOMException'],
  ...['TextDecoder', 'TextEncoder', 'DecompressionStream', 'ReadableStream', 'ReadableStreamDefaultReader'],
  ...['WritableStream', 'WritableStreamDefaultWriter', 'TransformStream'],
])

/** Takes everything else from the worker, its own and what it inherits, down to what every target of events has. */
export function giveUpPowers(scope: object = globalThis): void {
  for (let each: object | null = scope; each !== null && !isEnd(each); each = Reflect.getPrototypeOf(each)) {
    for (const name of Object.getOwnPropertyNames(each)) {
      if (!kept.has(name)) Reflect.deleteProperty(each, name)
    }
  }
}

function isEnd(each: object): boolean {
  return each === Object.prototype || each.constructor?.name === 'EventTarget'
}

giveUpPowers()
