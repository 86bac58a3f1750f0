import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { Select } from '#ui'
import { useText } from '../text.ts'

/** Languages as their people write them. */
const names: Record<string, string> = {
  bash: 'Bash',
  c: 'C',
  cpp: 'C++',
  csharp: 'C#',
  css: 'CSS',
  diff: 'Diff',
  go: 'Go',
  xml: 'HTML, XML',
  ini: 'INI, TOML',
  java: 'Java',
  javascript: 'JavaScript',
  json: 'JSON',
  kotlin: 'Kotlin',
  makefile: 'Makefile',
  markdown: 'Markdown',
  php: 'PHP',
  python: 'Python',
  r: 'R',
  ruby: 'Ruby',
  rust: 'Rust',
  sql: 'SQL',
  swift: 'Swift',
  typescript: 'TypeScript',
  yaml: 'YAML',
}

/** Code as it is written: its language above, which colours it. */
export function CodeView({ node, updateAttributes }: NodeViewProps) {
  const t = useText()
  const said = String(node.attrs.language ?? '')
  // Markdown often calls plain code "text".
  const language = said === 'text' ? '' : said
  const known = [
    { id: '', label: t('course.editor.codePlain') },
    { id: 'output', label: t('course.block.code.output') },
    { id: 'error', label: t('course.block.code.error') },
    ...Object.entries(names).map(([id, label]) => ({ id, label })),
  ]
  // What came with imported code stays, also when it is not in the list.
  const items = known.some(({ id }) => id === language)
    ? known
    : [...known, { id: language, label: language }]
  return (
    <NodeViewWrapper className="editor-code">
      <div contentEditable={false} className="editor-code-head">
        <Select
          label={t('course.editor.codeLanguage')}
          isLabelHidden
          items={items}
          value={language}
          onChange={(chosen) => updateAttributes({ language: chosen || null })}
        />
      </div>
      <pre>
        <NodeViewContent<'code'> as="code" />
      </pre>
    </NodeViewWrapper>
  )
}
