export { askForProposals, proposeTask } from './propose.ts'
export { reactions } from './reactions.ts'
export { routes } from './routes.ts'
