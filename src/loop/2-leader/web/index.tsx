export { Claim } from './claim.tsx'
export { Evidence } from './evidence.tsx'
export { Experts } from './experts.tsx'
export { MyDetection } from './my-detection.tsx'
