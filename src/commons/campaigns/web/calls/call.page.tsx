import { useEffect } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Callout, Card, ErrorState, LinkButton, NotFoundState, Page, SkeletonPage, Stack } from '#ui'
import { type CampaignCall, getCampaignCall } from '../../taking-part.contract.ts'
import { useText } from '../text.ts'
import { Reply } from './reply.tsx'
import '../campaigns.css'

/** What a campaign asks of oneself, on a page of its own. */
export function Component() {
  const t = useText()
  const { campaignId = '' } = useParams()
  const read = useRead(getCampaignCall, { params: { campaignId } }, { topics: ['calls'] })
  if (read.isPending) return <SkeletonPage />
  if (read.error?.problem.status === 404)
    return (
      <NotFoundState action={<LinkButton href={paths.home}>{t('campaigns.link.home')}</LinkButton>}>
        {read.error.message}
      </NotFoundState>
    )
  if (read.error)
    return (
      <ErrorState isPage onRetry={() => void read.refetch()}>
        {read.error.message}
      </ErrorState>
    )
  return <OneCall call={read.data} />
}

function OneCall({ call }: { call: CampaignCall }) {
  const t = useText()
  const { campaignId, organization, sender, subject, text, calls, link, isOver } = call
  const [search, setSearch] = useSearchParams()
  useEffect(() => {
    if (search.has('do')) setSearch({}, { replace: true })
  }, [search, setSearch])
  return (
    <Page title={subject} lead={t('campaigns.from', { sender, organization })} width="narrow">
      <Stack gap={16}>
        {isOver && <Callout>{t('campaigns.over')}</Callout>}
        <Card>
          <Stack gap={16}>
            <p className="campaign-text">{text}</p>
            <Reply
              {...{ campaignId, calls, link, said: call }}
              isNominating={search.get('do') === 'nominate'}
            />
          </Stack>
        </Card>
      </Stack>
    </Page>
  )
}
