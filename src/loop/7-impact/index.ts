export { reactions } from './journeys.ts'
export { routes } from './routes.ts'
