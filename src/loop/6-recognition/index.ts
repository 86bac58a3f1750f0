export { giveKudos } from './kudos.ts'
export { routes } from './routes.ts'
