import { CallError, call } from '#platform/http/call'
import { getUpload, sendPart, startUpload } from '../../material.contract.ts'

const partSize = 1024 * 1024
const mostTries = 6

/**
 * Sends a file for a course in parts; goes on where it stopped when the line breaks. `onProgress` gets 0 to 1.
 * Answers the file's id; throws CallError with the server's reason when it is refused.
 */
export async function uploadFile(
  courseId: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<string> {
  const { id } = await call(startUpload, {
    params: { courseId },
    body: { name: file.name.slice(0, 200), size: file.size },
  })
  let received = 0
  let tries = 0
  while (received < file.size) {
    try {
      const part = file.slice(received, received + partSize)
      const state = await call(sendPart, { params: { fileId: id, offset: received }, body: part })
      received = state.received
      tries = 0
    } catch (error) {
      if (
        !(error instanceof CallError) ||
        ![0, 409, 503].includes(error.problem.status) ||
        tries >= mostTries
      )
        throw error
      tries += 1
      await new Promise((resolve) => window.setTimeout(resolve, 500 * 2 ** tries))
      received = (await call(getUpload, { params: { fileId: id } })).received
    }
    onProgress(received / file.size)
  }
  return id
}
