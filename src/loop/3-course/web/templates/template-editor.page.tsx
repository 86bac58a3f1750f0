import { useState } from 'react'
import { useParams } from 'react-router'
import { linkTo, paths } from '#paths'
import type { CallError } from '#platform/http/call'
import { useRead, useWrite } from '#platform/web/use'
import {
  Breadcrumbs,
  Button,
  Callout,
  ErrorState,
  ForbiddenState,
  LinkButton,
  NotFoundState,
  Page,
  SkeletonPage,
  toast,
  useShortcut,
} from '#ui'
import {
  getOwnTemplate,
  getTemplateDraft,
  publishTemplate,
  type TemplateDraft,
} from '../../own-template.contract.ts'
import { EditorRoom } from '../editor/editor-room.tsx'
import { InPlace } from '../editor/in-place.tsx'
import { SaveLine, SaveTrouble, TwoTexts } from '../editor/save-line.tsx'
import { templateStore, textOfTemplate } from '../editor/stores.ts'
import { useReadiness } from '../editor/use-readiness.ts'
import { useWritten } from '../editor/use-written.ts'
import { useText } from '../text.ts'
import { About, Asks } from './asks.tsx'
import { useAsks } from './use-asks.ts'
import '../editor/editor.css'
import './templates.css'

/** Where a template is written: the editor of courses, with what is asked for beside the text. */
export function Component() {
  const t = useText()
  const { templateId = '' } = useParams()
  const read = useRead(getTemplateDraft, { params: { templateId } }, { once: true })
  if (read.isPending) return <SkeletonPage />
  const toAll = <LinkButton href={paths.templates}>{t('template.list')}</LinkButton>
  if (read.error?.problem.status === 404) return <NotFoundState action={toAll} />
  if (read.error?.problem.status === 403)
    return (
      <Page title={t('template.list')}>
        <ForbiddenState action={toAll}>{read.error.message}</ForbiddenState>
      </Page>
    )
  if (read.error)
    return (
      <ErrorState isPage onRetry={() => void read.refetch()}>
        {read.error.message}
      </ErrorState>
    )
  return <Workbench key={templateId} draft={read.data} />
}

function Workbench({ draft }: { draft: TemplateDraft }) {
  const t = useText()
  const { id: templateId } = draft.template
  const [store] = useState(() => templateStore(templateId))
  const work = useWritten(textOfTemplate(draft), store)
  const { written, standing, change, flush } = work
  const [current, setCurrent] = useState(written.document.content[0]?.attrs.id ?? '')
  const step =
    written.document.content.find(({ attrs }) => attrs.id === current) ?? written.document.content[0]
  const { wanted, goTo } = useReadiness(work, setCurrent)
  const { parts, ...asking } = useAsks(work)
  useShortcut('mod+s', () => void flush(), { label: t('course.editor.saveNow') })
  if (!step) return null
  const isTorn = standing.state === 'elsewhere'
  return (
    <div className="editor">
      <title>{written.title}</title>
      <Head draft={draft} work={work} goTo={goTo} />
      {work.isRecovered && <Callout>{t('course.editor.recovered')}</Callout>}
      {isTorn && <TwoTexts onDecide={work.decide} />}
      <SaveTrouble standing={standing} written={written} />
      <h1 className="ui-hidden">{written.title}</h1>
      <Titles written={written} change={change} />
      <EditorRoom
        courseId={null}
        current={step.attrs.id}
        onOpen={setCurrent}
        work={work}
        wanted={wanted}
        parts={parts}
      >
        <div className="template-side">
          <Asks step={step} {...asking} onGoTo={(blockId) => goTo(step.attrs.id, blockId)} />
          <About
            written={written}
            onChange={(part) =>
              change(({ template, ...rest }) => ({
                ...rest,
                ...(template && { template: { ...template, ...part } }),
              }))
            }
          />
        </div>
      </EditorRoom>
    </div>
  )
}

type Work = ReturnType<typeof useWritten>

function Titles({ written, change }: Pick<Work, 'written' | 'change'>) {
  const t = useText()
  return (
    <div className="editor-about">
      <InPlace
        look="title"
        label={t('template.name')}
        value={written.title}
        onChange={(title) => change((before) => ({ ...before, title }))}
        maxLength={60}
      />
      <InPlace
        look="objective"
        label={t('template.objective')}
        value={written.objective}
        onChange={(objective) => change((before) => ({ ...before, objective }))}
        maxLength={300}
      />
    </div>
  )
}

interface HeadProps {
  draft: TemplateDraft
  work: Work
  goTo: (stepId: string, blockId: string | null) => void
}

/** Where one is, how the saving stands, and the way to publish. */
function Head({ draft: { template }, work, goTo }: HeadProps) {
  const t = useText()
  const params = { templateId: template.id }
  const versions = useRead(getOwnTemplate, { params }, { topics: ['templates', `template:${template.id}`] })
  const newest = (versions.data ?? template).version
  const publish = useWrite(publishTemplate, ['templates', `template:${template.id}`])
  const lead = ({ problem, message }: CallError) => {
    toast({ text: message, tone: 'danger' })
    const [blockId] = (problem.blockIds ?? []) as string[]
    const step = work.written.document.content.find(({ content }) =>
      content.some(({ attrs }) => attrs.id === blockId),
    )
    if (step && blockId) goTo(step.attrs.id, blockId)
  }
  const press = async () => {
    await work.flush()
    publish.mutate(
      { params, body: { revision: work.revision() } },
      {
        onSuccess: ({ version }) => toast({ text: t('template.published', { version }), tone: 'success' }),
        onError: lead,
      },
    )
  }
  const trail = [
    { label: t('template.list'), href: paths.templates },
    { label: template.name, href: linkTo(paths.template, params) },
  ]
  return (
    <header className="editor-head">
      <Breadcrumbs items={trail} />
      <SaveLine state={work.standing.state} />
      <Button
        look="primary"
        isPending={publish.isPending}
        isDisabled={work.standing.state === 'elsewhere'}
        onPress={() => void press()}
      >
        {newest > 0 ? t('template.publishNext') : t('template.publish')}
      </Button>
    </header>
  )
}
