export { Claim } from './claim.tsx'
export { Evidence, Experts } from './experts.tsx'
