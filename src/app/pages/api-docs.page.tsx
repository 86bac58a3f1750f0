import { useEffect, useState } from 'react'
import { useRead } from '#platform/web/use'
import { EmptyState, ErrorState, Link, Page, SearchField, SkeletonRows, Stack } from '#ui'
import { describeApi } from '../contract.ts'
import { useText } from '../web/text.ts'
import { type Description, groupsOf } from './api-docs/description.ts'
import { OperationDetails } from './api-docs/operation.tsx'
import './api-docs/api-docs.css'

const description = '/api/openapi.json'

/** The HTTP API for people: what the server says of itself, to search and to open. */
export function Component() {
  const t = useText()
  const [words, setWords] = useState('')
  const read = useRead(describeApi, {}, { once: true })
  const lead = t.rich('app.api.lead', {
    file: (parts) => (
      <Link key="file" href={description}>
        {parts}
      </Link>
    ),
  })
  return (
    <main className="api-docs">
      <Page title={t('app.api.title')} lead={lead} width="wide">
        <Stack gap={24}>
          <SearchField label={t('app.api.search')} value={words} onChange={setWords} />
          {read.error && <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>}
          {read.isPending && <SkeletonRows rows={12} hasFace={false} />}
          {read.data && <Operations description={read.data as unknown as Description} words={words} />}
        </Stack>
      </Page>
    </main>
  )
}

function Operations({ description, words }: { description: Description; words: string }) {
  const t = useText()
  useEffect(() => {
    // The operation of the address is drawn only now.
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [])
  const groups = groupsOf(description, words)
  if (groups.length === 0) return <EmptyState title={t('app.api.none')}>{t('app.api.noneText')}</EmptyState>
  return groups.map(([name, lines]) => (
    <section key={name}>
      <h2>{name}</h2>
      {lines.map((line) => (
        <OperationDetails
          key={line.operation.operationId}
          line={line}
          named={description.components.schemas}
        />
      ))}
    </section>
  ))
}
