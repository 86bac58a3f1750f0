export { Entry } from './entry.tsx'
export { Headline } from './headline.tsx'
export { linkOf } from './link.ts'
