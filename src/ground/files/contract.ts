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

/** How many pixels a picture may have, and on one side: it takes four bytes of memory for each, wherever it is shown. */
export const mostPixels = 50_000_000
export const longestSide = 20_000

/**
 * `fingerprint` is the SHA-256 of the SHA-256s (32 bytes each) of the parts of `fingerprintPart` bytes that the file is made
 * of. With it an upload of one's own that was left goes on where the same file is announced again for the same place.
 */
export const newFile = z.strictObject({
  name: line(200),
  size: z.number().int().min(1),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})
export type NewFile = z.output<typeof newFile>

export const startUploadAhead = endpoint('startUploadAhead', {
  method: 'POST',
  path: '/uploads',
  summary:
    'Announce a file for something that is made once its files are there; forgotten after a week without it. With a fingerprint it goes on where it was left',
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
  problems: [
    'file.wrong-offset',
    'file.too-much',
    'file.type-refused',
    'file.too-many-pixels',
    'file.changed',
    'file.finished',
  ],
})
