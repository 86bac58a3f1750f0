import { newBlockId } from '../document/blocks.ts'
import { type Block, courseBlock } from '../document/schema.ts'
import { type ReadingOptions, readingOf } from './reading.ts'

const names = ['video', 'file', 'embed'] as const
type Media = (typeof names)[number]

export const isMedia = (name: string): name is Media => names.some((known) => known === name)

/** A video, a file or another site's player: `::: video {src="films/zero.mp4" title="..."}`. */
export function mediaOf(
  options: ReadingOptions,
  name: Media,
  attributes: Record<string, string>,
  line: number,
): Block[] {
  const reading = readingOf(options, { text: '', line })
  const { src = '', title = '', captions, url = '' } = attributes
  const asset = name === 'embed' ? null : reading.findFile(src, name, line)
  // Looked for without the video too: all that is missing is told at once.
  const words = name === 'video' && captions ? reading.findFile(captions, 'captions', line) : null
  if (name !== 'embed' && !asset) return []
  const id = newBlockId()
  const attrs = {
    video: { id, asset, title, captions: words },
    file: { id, asset, name: attributes.name || src.split('/').at(-1) || src },
    embed: { id, url, title },
  }[name]
  const block = courseBlock.safeParse({ type: name, attrs })
  if (block.success) return [block.data]
  reading.report(line, 'warning', `${name}.refused`)
  return []
}
