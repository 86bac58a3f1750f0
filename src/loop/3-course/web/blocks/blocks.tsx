import { BlockList } from './block.tsx'
import type { BlockSlots, ReadBlock } from './read-block.ts'
import './blocks.css'

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
