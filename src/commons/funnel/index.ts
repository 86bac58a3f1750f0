export { reactions } from './reactions.ts'
export { askForFunnel, funnelTask } from './rebuild.ts'
export { routes } from './routes.ts'
