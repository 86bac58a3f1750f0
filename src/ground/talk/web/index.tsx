export { Say } from './say.tsx'
export { Words } from './words.tsx'
