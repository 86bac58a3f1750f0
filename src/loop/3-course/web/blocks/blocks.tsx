import letters from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'
import { preload } from 'react-dom'
import { BlockList } from './block.tsx'
import type { BlockSlots, ReadBlock } from './read-block.ts'
import './blocks.css'

// The letters come with the page that shows them, not after its text: it would be set twice.
preload(letters, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })

export interface BlocksProps extends BlockSlots {
  blocks: readonly ReadBlock[]
}

/** Blocks of a course to read, in the type of a book. Each element of a block carries `data-block`. */
export function Blocks({ blocks, ...slots }: BlocksProps) {
  return (
    <div className="course-blocks">
      <BlockList blocks={blocks} slots={slots} />
    </div>
  )
}
