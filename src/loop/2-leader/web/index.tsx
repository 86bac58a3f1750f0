export { Claim } from './claim.tsx'
export { Evidence } from './evidence.tsx'
export { Experts } from './experts.tsx'
