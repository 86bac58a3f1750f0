import { type Announcement, type UploadOptions, uploadFile } from '#files/web/index.tsx'
import { call, respond } from '#platform/http/call'
import { getFile, startUpload } from '../../material.contract.ts'

/** Sends a file for a course. */
export const sendFile = (courseId: string, file: File, options: UploadOptions) =>
  uploadFile(file, {
    ...options,
    isLasting: true,
    announce: (input: Announcement) => call(startUpload, { params: { courseId }, ...input }),
  })

/** A file of another course that the reader may see, to be sent again for this one. */
export async function fileOf(asset: string, name: string, signal: AbortSignal): Promise<File> {
  const response = await respond(getFile, { params: { fileId: asset }, signal })
  const blob = await response.blob()
  return new File([blob], name, { type: blob.type })
}
