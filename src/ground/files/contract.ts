import { z } from 'zod'
import { endpoint, id, line } from '#platform/http/endpoint'

export const uploaded = z.object({
  id: id(),
  name: z.string(),
  size: z.number(),
  received: z.number(),
  mediaType: z.string().nullable(),
  /** Of a picture that has arrived and says it, in pixels. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  finished: z.boolean(),
})
export type Uploaded = z.output<typeof uploaded>
const aFile = z.strictObject({ fileId: id() })

export const newFile = z.strictObject({ name: line(200), size: z.number().int().min(1) })

export const startUploadAhead = endpoint('startUploadAhead', {
  method: 'POST',
  path: '/uploads',
  summary:
    'Announce a file for something that is made once its files are there; forgotten after a week without it',
  access: 'signed-in',
  body: newFile,
  returns: uploaded,
  problems: ['file.too-large'],
  example: { name: 'bench.png', size: 120_000 },
})

export const getUpload = endpoint('getUpload', {
  method: 'GET',
  path: '/uploads/:fileId',
  summary: 'How much of a file has arrived, to go on from there',
  access: 'signed-in',
  params: aFile,
  returns: uploaded,
})

export const sendPart = endpoint('sendPart', {
  method: 'PUT',
  path: '/uploads/:fileId/parts/:offset',
  summary: 'Send bytes that continue a file; the last ones finish it, and its content decides its type',
  access: 'signed-in',
  params: z.strictObject({ fileId: id(), offset: z.coerce.number().int().min(0) }),
  raw: 'request',
  twice: 'bytes have their place, and a part that has arrived is refused with how much there is.',
  returns: uploaded,
  problems: ['file.wrong-offset', 'file.too-much', 'file.type-refused', 'file.finished'],
})
