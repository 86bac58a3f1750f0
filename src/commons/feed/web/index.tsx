export { Entry, Headline, linkOf } from './entry.tsx'
