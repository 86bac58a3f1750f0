export { reactions } from './reactions.ts'
export { askForTimeReports } from './report.ts'
export { routes } from './routes.ts'
export { timeTasks } from './tasks.ts'
