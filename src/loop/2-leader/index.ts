export { claimNeed } from './claim.ts'
export { reactions } from './experts.ts'
export { routes } from './routes.ts'
