import { Fragment, type ReactNode } from 'react'
import { Callout, Collapsible } from './callout.tsx'
import { CodeBlock } from './code-block.tsx'
import { InlineView } from './inline.tsx'
import { Embed, FileLink, Picture, Video } from './media.tsx'
import type { BlockSlots, ReadBlock } from './read-block.ts'
import { TableBlock } from './table-block.tsx'

/** Blocks in their order, each with what follows it. */
export function BlockList({ blocks, slots }: { blocks: readonly ReadBlock[]; slots: BlockSlots }) {
  return blocks.map((block) => (
    <Fragment key={block.attrs.id}>
      <BlockView block={block} slots={slots} />
      {slots.after?.(block.attrs.id)}
    </Fragment>
  ))
}

type Of<Type extends ReadBlock['type']> = Extract<ReadBlock, { type: Type }>

interface BlockViewProps {
  block: ReadBlock
  slots: BlockSlots
}

/** One block with what is inside it. */
export function BlockView({ block, slots }: BlockViewProps): ReactNode {
  const { id } = block.attrs
  switch (block.type) {
    case 'paragraph':
      return (
        <p data-block={id}>
          <InlineView content={block.content} stepHref={slots.stepHref} />
        </p>
      )
    case 'heading':
      return <Heading block={block} slots={slots} />
    case 'bulletList':
    case 'orderedList':
      return <List block={block} slots={slots} />
    case 'blockquote':
      return (
        <blockquote data-block={id}>
          <BlockList blocks={block.content} slots={slots} />
        </blockquote>
      )
    case 'callout':
      return (
        <Callout {...block.attrs}>
          <BlockList blocks={block.content} slots={slots} />
        </Callout>
      )
    case 'collapsible':
      return (
        <Collapsible {...block.attrs}>
          <BlockList blocks={block.content} slots={slots} />
        </Collapsible>
      )
    case 'question':
      return (
        <div className="course-question" data-block={id}>
          {slots.renderQuestion?.(block.attrs) ?? <p>{block.attrs.prompt}</p>}
        </div>
      )
    default:
      return <Plain block={block} slots={slots} />
  }
}

type PlainBlock = Of<'codeBlock' | 'horizontalRule' | 'image' | 'video' | 'file' | 'embed' | 'table'>

function Plain({ block, slots }: { block: PlainBlock; slots: BlockSlots }): ReactNode {
  switch (block.type) {
    case 'codeBlock':
      return <CodeBlock {...block.attrs} code={(block.content ?? []).map(({ text }) => text).join('')} />
    case 'horizontalRule':
      return <hr data-block={block.attrs.id} />
    case 'image':
      return <Picture {...block.attrs} over={slots.over?.(block.attrs.id)} />
    case 'video':
      return <Video {...block.attrs} />
    case 'file':
      return <FileLink {...block.attrs} />
    case 'embed':
      return <Embed {...block.attrs} />
    case 'table':
      return <TableBlock block={block} stepHref={slots.stepHref} />
  }
}

function Heading({ block, slots }: { block: Of<'heading'>; slots: BlockSlots }) {
  const Tag = (['h2', 'h3', 'h4'] as const)[block.attrs.level - 2] ?? 'h4'
  return (
    <Tag data-block={block.attrs.id}>
      <InlineView content={block.content} stepHref={slots.stepHref} />
    </Tag>
  )
}

function List({ block, slots }: { block: Of<'bulletList' | 'orderedList'>; slots: BlockSlots }) {
  // A discussion belongs to the list, not between its items.
  const inside = { ...slots, after: undefined }
  const items = block.content.map((item, index) => (
    <li key={item.content[0]?.attrs.id ?? index}>
      <BlockList blocks={item.content} slots={inside} />
    </li>
  ))
  return block.type === 'orderedList' ? (
    <ol data-block={block.attrs.id} start={block.attrs.start}>
      {items}
    </ol>
  ) : (
    <ul data-block={block.attrs.id}>{items}</ul>
  )
}
