export { Blocks } from './blocks/blocks.tsx'
export type { BlockSlots, ReadBlock } from './blocks/read-block.ts'
