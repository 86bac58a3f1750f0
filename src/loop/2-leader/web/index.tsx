export { Claim } from './claim.tsx'
export { Experts } from './experts.tsx'
