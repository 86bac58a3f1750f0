import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { ForbiddenState, ListStatus, Page, Stack } from '#ui'
import { getCampaignSettings } from '../../settings.contract.ts'
import { useText } from '../text.ts'
import { Chats } from './chats.tsx'
import { Terms } from './terms.tsx'
import '../campaigns.css'

/** How often members hear of campaigns at most, who agrees to them, and the chats they may post in. */
export function Component() {
  const t = useText()
  const read = useRead(getCampaignSettings, {}, { topics: ['campaigns'] })
  if (read.error?.problem.status === 403)
    return <ForbiddenState isPage>{t('campaigns.notYours')}</ForbiddenState>
  return (
    <Page
      title={t('campaigns.terms.title')}
      width="narrow"
      breadcrumbs={[{ label: t('campaigns.title'), href: paths.campaigns }]}
    >
      <ListStatus list={read} />
      {read.data && (
        <Stack gap={24}>
          <Terms key={read.data.changed?.at ?? ''} settings={read.data} />
          <Chats settings={read.data} />
        </Stack>
      )}
    </Page>
  )
}
