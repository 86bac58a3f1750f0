import { useRead } from '#platform/web/use'
import { Callout, Card, Chip, Disclosure, ErrorState, SkeletonRows } from '#ui'
import { askOf, byId, partsOf } from '../../document/asks.ts'
import { textOf } from '../../document/blocks.ts'
import type { Block, Step } from '../../document/schema.ts'
import { getTemplateVersion } from '../../own-template.contract.ts'
import { quoted } from '../blocks/words-of.ts'
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
        <StepOf key={step.attrs.id} step={step} version={version} />
      ))}
    </Card>
  )
}

const mostAtOnce = 12

/** Whether all of it is new, which is no news. */
const isFirst = ({ document, changes }: Version) =>
  changes.added.length === document.content.flatMap(({ content }) => content).length

/** A step: open where something changed, or where there is not much in all. */
function StepOf({ step, version }: { step: Step; version: Version }) {
  const { document, changes } = version
  const count = document.content.flatMap(({ content }) => content).length
  const news = new Set(isFirst(version) ? [] : [...changes.added, ...changes.changed])
  const isOpen = count <= mostAtOnce || step.content.some(({ attrs }) => news.has(attrs.id))
  return (
    <div className="template-step">
      <Disclosure title={step.attrs.title} isOpenAtFirst={isOpen}>
        <ol>
          {step.content.map((block) => (
            <Piece key={block.attrs.id} block={block} version={version} />
          ))}
        </ol>
      </Disclosure>
    </div>
  )
}

/** One block: what is asked for there, or what stands there in every course. */
function Piece({ block, version }: { block: Block; version: Version }) {
  const t = useText()
  const { document, asks, changes } = version
  const { use, hint } = askOf(block, byId(asks))
  const { id } = block.attrs
  const example = partsOf({ ...document, content: [stepOf(block)] }, asks)[0]?.placeholder ?? ''
  const isLater = !isFirst(version)
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
      {use === 'fixed' ? <span>{quoted(textOf(block))}</span> : <span>{hint}</span>}
      {example && <em className="ui-muted">{t('template.example', { words: quoted(example) })}</em>}
    </li>
  )
}

const stepOf = (block: Block) => ({
  type: 'step' as const,
  attrs: { id: '', title: '' },
  content: [block],
})
