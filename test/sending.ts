import * as files from '#files/contract.ts'
import type { Person } from './organization.ts'

const partSize = 8 * 1024 * 1024

/** Sends a file ahead of what it is for, in parts; answers its id. */
export async function sendAhead(person: Person, name: string, content: string | Uint8Array): Promise<string> {
  const body = new Blob([typeof content === 'string' ? content : new Uint8Array(content)])
  const { id: fileId } = await person.does(files.startUploadAhead, { body: { name, size: body.size } })
  for (let offset = 0; offset < body.size; offset += partSize) {
    const part = body.slice(offset, offset + partSize)
    await person.does(files.sendPart, { params: { fileId, offset }, body: part })
  }
  return fileId
}
