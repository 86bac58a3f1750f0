export { askForDigest } from './digest/task.ts'
export { reactions } from './reactions.ts'
export { routes } from './routes.ts'
export { communityTasks } from './tasks.ts'
