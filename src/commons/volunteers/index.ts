export { reactions } from './reactions.ts'
export { routes } from './routes.ts'
export { volunteerTasks } from './tasks.ts'
export { volunteer, withdraw } from './volunteer.ts'
