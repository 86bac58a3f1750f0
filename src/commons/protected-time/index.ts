export { reactions } from './reactions.ts'
export { askForTimeReports, timeReportsTask } from './report.ts'
export { routes } from './routes.ts'
