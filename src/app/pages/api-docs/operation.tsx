import { Fragment, useState } from 'react'
import { Chip, Disclosure, Stack, Table } from '#ui'
import { useText } from '../../web/text.ts'
import { curlOf, type Line, type Parameter, type Schema } from './description.ts'
import { schemaText } from './schema-text.ts'

const tones = { GET: 'info', DELETE: 'danger' } as const

/** A path that may go on in the next line before each of its parts. */
const breakable = (path: string) =>
  path.split(/(?=\/)/).map((part) => (
    <Fragment key={part}>
      <wbr />
      {part}
    </Fragment>
  ))

/** A sentence whose names stand between backticks. */
const worded = (sentence: string) =>
  sentence.split('`').map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part))

/** One operation: its line, and all that a program must know on demand. */
export function OperationDetails({ line, named }: { line: Line; named: Record<string, Schema> }) {
  const { method, path, operation } = line
  const id = operation.operationId
  const isOpenAtFirst = location.hash === `#${id}`
  // All details of all operations would be tens of thousands of elements: each draws its own when it is opened.
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const title = (
    <span className="api-line">
      <Chip tone={tones[method as keyof typeof tones] ?? 'success'}>{method}</Chip>
      <code>{breakable(path)}</code>
      <span className="api-summary">{worded(operation.summary)}</span>
    </span>
  )
  return (
    <section id={id} className="api-operation" aria-label={id}>
      <Disclosure title={title} isOpenAtFirst={isOpenAtFirst} onOpenChange={setOpen}>
        {isOpen && <Details line={line} named={named} />}
      </Disclosure>
    </section>
  )
}

function Details({ line, named }: { line: Line; named: Record<string, Schema> }) {
  return (
    <Stack gap={16}>
      <Access line={line} />
      <Parameters parameters={line.operation.parameters} named={named} />
      <Body line={line} named={named} />
      <Answers line={line} named={named} />
      <Example line={line} />
    </Stack>
  )
}

function Access({ line: { operation } }: { line: Line }) {
  const t = useText()
  const access = operation['x-access']
  const who = Array.isArray(access)
    ? t('app.api.access.roles', { roles: access.join(', ') })
    : t(access === 'anyone' ? 'app.api.access.anyone' : 'app.api.access.signedIn')
  return (
    <p>
      <code>{operation.operationId}</code> · {who}
    </p>
  )
}

function Parameters({ parameters, named }: { parameters: Parameter[]; named: Record<string, Schema> }) {
  const t = useText()
  if (parameters.length === 0) return null
  return (
    <Table
      caption={t('app.api.parameters')}
      columns={[
        { id: 'name', title: t('app.api.name'), cell: ({ name }) => <code>{name}</code>, isName: true },
        { id: 'in', title: t('app.api.in'), cell: (one) => one.in },
        {
          id: 'type',
          title: t('app.api.type'),
          cell: ({ schema, required }) => (
            <code>{`${schemaText(schema, named)}${required ? '' : ` (${t('app.api.optional')})`}`}</code>
          ),
        },
      ]}
      rows={parameters}
      rowId={(one) => `${one.in} ${one.name}`}
    />
  )
}

function Body({ line: { operation }, named }: { line: Line; named: Record<string, Schema> }) {
  const t = useText()
  const [media, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
  if (!media || !content) return null
  return <Typed title={`${t('app.api.body')} (${media})`} text={schemaText(content.schema, named)} />
}

function Answers({ line: { operation }, named }: { line: Line; named: Record<string, Schema> }) {
  const t = useText()
  return Object.entries(operation.responses).map(([status, { description, content }]) => {
    const [media, answer] = Object.entries(content ?? {})[0] ?? []
    const title = status === 'default' ? t('app.api.refused') : t('app.api.answer', { status })
    const text = answer ? schemaText(answer.schema, named) : ''
    return (
      <div key={status}>
        <Typed title={media ? `${title} (${media})` : title} text={text} />
        {status === 'default' && <p className="ui-muted">{description}</p>}
      </div>
    )
  })
}

function Example({ line }: { line: Line }) {
  const t = useText()
  return <Typed title={t('app.api.example')} text={curlOf(line)} />
}

function Typed({ title, text }: { title: string; text: string }) {
  return (
    <div className="api-typed">
      <strong>{title}</strong>
      {text && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre tabIndex={0}>
          <code>{text}</code>
        </pre>
      )}
    </div>
  )
}
