export { routes } from './routes.ts'
export { deliveryTask } from './tasks.ts'
export { type Words, writeLetters } from './write.ts'
