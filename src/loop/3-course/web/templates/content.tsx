import { useRead } from '#platform/web/use'
import { Callout, Card, Chip, ErrorState, SkeletonRows } from '#ui'
import { askOf, byId, partsOf } from '../../document/asks.ts'
import { textOf } from '../../document/blocks.ts'
import type { Block } from '../../document/schema.ts'
import { getTemplateVersion } from '../../own-template.contract.ts'
import { useText } from '../text.ts'

type Version = (typeof getTemplateVersion)['returns']['_output']

interface ContentProps {
  templateId: string
  number: number
  isNewest: boolean
}

/** What stands in a version, step by step, with the guidance beside each part and what changed since the one before. */
export function Content({ templateId, number, isNewest }: ContentProps) {
  const t = useText()
  const read = useRead(getTemplateVersion, { params: { templateId, number } })
  if (read.isPending) return <SkeletonRows />
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  const version = read.data
  const { removed } = version.changes
  return (
    <Card title={isNewest ? t('template.content') : t('template.contentOf', { version: number })}>
      <p className="template-objective">
        <span className="ui-muted">{t('course.editor.objective')}</span> {version.objective}
      </p>
      {removed.length > 0 && <Callout>{t('template.removed', { count: removed.length })}</Callout>}
      {version.document.content.map((step) => (
        <section key={step.attrs.id} className="template-step">
          <h3>{step.attrs.title}</h3>
          <ol>
            {step.content.map((block) => (
              <Piece key={block.attrs.id} block={block} version={version} />
            ))}
          </ol>
        </section>
      ))}
    </Card>
  )
}

/** One block: what is asked for there, or what stands there in every course. */
function Piece({ block, version }: { block: Block; version: Version }) {
  const t = useText()
  const { document, asks, changes } = version
  const { use, hint } = askOf(block, byId(asks))
  const { id } = block.attrs
  const example = partsOf({ ...document, content: [stepOf(block)] }, asks)[0]?.placeholder ?? ''
  // All of a first version is new, which is no news.
  const isLater = changes.added.length < document.content.flatMap(({ content }) => content).length
  return (
    <li className="template-piece" data-use={use}>
      <span className="template-piece-head">
        <strong>{t(`template.kind.${block.type}`)}</strong>
        <Chip tone={use === 'required' ? 'primary' : 'neutral'}>
          {t(use === 'fixed' ? 'template.asItStands' : `template.${use}`)}
        </Chip>
        {isLater && changes.added.includes(id) && <Chip tone="success">{t('template.isNew')}</Chip>}
        {changes.changed.includes(id) && <Chip tone="warm">{t('template.isChanged')}</Chip>}
      </span>
      {use === 'fixed' ? <span>{textOf(block)}</span> : <span>{hint}</span>}
      {example && <em className="ui-muted">{t('template.example', { words: example })}</em>}
    </li>
  )
}

const stepOf = (block: Block) => ({
  type: 'step' as const,
  attrs: { id: '', title: '' },
  content: [block],
})
