export { setAccepted } from './accepted.ts'
export { addComment, changeComment, setRemoved } from './comments.ts'
export { countReactions, setReaction } from './reactions.ts'
export { countComments, listComments, type Subject } from './read.ts'
