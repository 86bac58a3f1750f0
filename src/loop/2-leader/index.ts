export { claimNeed, releaseNeed } from './claim.ts'
export { reactions } from './evidence.ts'
export { leaveDetection } from './part.ts'
export { routes } from './routes.ts'
