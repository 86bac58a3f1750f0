import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

const allowed =
  /^(image\/(png|jpeg|gif|webp|avif|svg\+xml)|video\/(mp4|webm|quicktime)|audio\/(mpeg|mp4|ogg|wav|x-m4a)|text\/(plain|vtt)|application\/(pdf|zip|vnd\.openxmlformats-officedocument\..*))$/

/** Whether files of a media type are taken here. */
export const isAllowed = (mediaType: string): boolean => allowed.test(mediaType)

/** The media type of what a file holds, whatever its name says; null where it is nothing known. */
export async function typeOf(path: string): Promise<string | null> {
  const found = await fileTypeFromFile(path)
  if (found && found.mime !== 'application/xml') return found.mime
  const handle = await open(path)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
  await handle.close()
  const head = buffer.subarray(0, bytesRead)
  if (head.includes(0)) return null
  const text = head.toString('utf8').trimStart()
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(text))
    return 'image/svg+xml'
  return text.startsWith('WEBVTT') ? 'text/vtt' : 'text/plain'
}
