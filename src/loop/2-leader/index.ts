export { claimNeed, releaseNeed } from './claim.ts'
export { reactions } from './evidence.ts'
export { routes } from './routes.ts'
