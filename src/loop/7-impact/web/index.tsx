export { Finding } from './finding.tsx'
export { Funnel } from './funnel.tsx'
export { useText as useImpactText } from './text.ts'
