export { keepFiles, placeFiles, releaseFiles } from './keep.ts'
export { routes } from './routes.ts'
export { bytesOf } from './serve.ts'
export { announceFile, sendPart } from './uploads.ts'
