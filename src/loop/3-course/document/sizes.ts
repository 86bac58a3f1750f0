import type { CourseDocument } from './schema.ts'

/** The sizes of pictures in pixels, by the file. */
export type PictureSizes = ReadonlyMap<string, { width: number; height: number }>

interface Node {
  type: string
  attrs?: { asset?: string }
  content?: Node[]
}

/** The document with the size of each picture that is known: what the file says goes before what was sent. */
export function withSizes(document: CourseDocument, sizes: PictureSizes): CourseDocument {
  const visit = (node: Node): Node => ({
    ...node,
    ...(node.type === 'image' && { attrs: { ...node.attrs, ...sizes.get(node.attrs?.asset ?? '') } }),
    ...(node.content && { content: node.content.map(visit) }),
  })
  return sizes.size === 0 ? document : (visit(document as unknown as Node) as unknown as CourseDocument)
}
