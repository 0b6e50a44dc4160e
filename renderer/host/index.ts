export { createHost, host } from './host.ts'
export type { Host } from './host.ts'
export type { Bridge } from './bridge.ts'
export { startWorker } from './workers.ts'
