export { HealthPart } from './health-part.tsx'
