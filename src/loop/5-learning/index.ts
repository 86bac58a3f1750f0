export { answerQuestion, completeStep, startCourse } from './learn.ts'
export { routes } from './routes.ts'
export { commentOnCourse, setCourseReaction } from './talk.ts'
