export { answerQuestion, completeStep, startCourse } from './learn.ts'
export { reactions } from './reactions.ts'
export { routes } from './routes.ts'
export { commentOnCourse, setCourseAnswerAccepted, setCourseReaction } from './talk.ts'
