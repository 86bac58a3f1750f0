export { routes } from './routes.ts'
export { deliveryTask } from './tasks.ts'
export { writeLetters } from './write.ts'
