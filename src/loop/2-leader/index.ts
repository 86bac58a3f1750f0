export { claimNeed, releaseNeed } from './claim.ts'
export { reactions } from './experts.ts'
export { routes } from './routes.ts'
