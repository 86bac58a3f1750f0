export { bodyOf, emptyDraft } from './draft.ts'
export { SayArea } from './say-area.tsx'
export { Words } from './words.tsx'
