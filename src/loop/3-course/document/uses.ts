import type { CourseDocument } from './schema.ts'

/** What a course uses a file as. */
export type FileUse = 'image' | 'video' | 'captions' | 'file'

const fitting: Record<FileUse, RegExp> = {
  image: /^image\//,
  video: /^video\//,
  captions: /^text\/vtt$/,
  file: /./,
}

/** Whether content of this media type can be used so. */
export const fits = (use: FileUse, mediaType: string): boolean => fitting[use].test(mediaType)

/** A file where a document uses it; `pointer` leads to it in the document. */
export interface UsedFile {
  file: string
  use: FileUse
  pointer: string
}

interface Node {
  type: string
  attrs?: { asset?: string; captions?: string | null }
  content?: Node[]
}

/** The files that a document uses, in reading order, each as often as it is used. */
export const usesOf = (document: CourseDocument): UsedFile[] => [...usesIn(document as unknown as Node, '')]

function* usesIn({ type, attrs, content = [] }: Node, pointer: string): Generator<UsedFile> {
  if (attrs?.asset) yield { file: attrs.asset, use: type as FileUse, pointer: `${pointer}/attrs/asset` }
  if (attrs?.captions) yield { file: attrs.captions, use: 'captions', pointer: `${pointer}/attrs/captions` }
  for (const [index, child] of content.entries()) yield* usesIn(child, `${pointer}/content/${index}`)
}
