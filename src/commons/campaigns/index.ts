export { reactions } from './reactions.ts'
export { routes } from './routes.ts'
export { askForCampaigns } from './run/ask.ts'
export { campaignTasks } from './run/tasks.ts'
