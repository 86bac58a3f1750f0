import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { Select, TextField } from '#ui'
import { calloutKinds } from '../../document/schema.ts'
import { useText } from '../text.ts'

/** A callout as it is written: its kind and title above, its text inside. */
export function CalloutView({ node, updateAttributes }: NodeViewProps) {
  const t = useText()
  const kind = node.attrs.kind as (typeof calloutKinds)[number]
  return (
    <NodeViewWrapper className="editor-callout" data-kind={kind}>
      <div contentEditable={false} className="editor-callout-head">
        <Select
          label={t('course.editor.calloutKind')}
          isLabelHidden
          items={calloutKinds.map((id) => ({ id, label: t(`course.block.callout.${id}`) }))}
          value={kind}
          onChange={(chosen) => updateAttributes({ kind: chosen })}
        />
        <TextField
          label={t('course.editor.title')}
          isLabelHidden
          placeholder={t('course.editor.title')}
          value={node.attrs.title}
          onChange={(title) => updateAttributes({ title })}
          maxLength={300}
        />
      </div>
      <NodeViewContent />
    </NodeViewWrapper>
  )
}

/** What is hidden until the reader asks: its title, and what is inside. */
export function CollapsibleView({ node, updateAttributes }: NodeViewProps) {
  const t = useText()
  return (
    <NodeViewWrapper className="editor-callout" data-kind="collapsible">
      <div contentEditable={false} className="editor-callout-head">
        <TextField
          label={t('course.editor.hiddenTitle')}
          isLabelHidden
          placeholder={t('course.block.collapsible')}
          value={node.attrs.title}
          onChange={(title) => updateAttributes({ title })}
          maxLength={300}
        />
      </div>
      <NodeViewContent />
    </NodeViewWrapper>
  )
}
