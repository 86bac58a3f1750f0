export { askForReview } from './ask.ts'
export { makeFinding, resolveFinding } from './findings.ts'
export { giveVerdict, listWaitingReviews } from './review.ts'
export { routes } from './routes.ts'
