export {
  addComment,
  changeComment,
  countComments,
  listComments,
  type Subject,
  setRemoved,
} from './comments.ts'
export { countReactions, setReaction } from './reactions.ts'
