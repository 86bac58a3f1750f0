export { type Announcement, type UploadOptions, uploadFile } from './upload.ts'
