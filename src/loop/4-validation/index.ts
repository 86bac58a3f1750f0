export { makeFinding, resolveFinding } from './findings.ts'
export { askForReview, giveVerdict, listWaitingReviews } from './review.ts'
export { routes } from './routes.ts'
