import { useRead } from '#platform/web/use'
import { Button, Card, Chip, Grid, SkeletonCards, Stack } from '#ui'
import { listReadyCampaigns } from '../ready.contract.ts'
import type { Beginning } from './begin.tsx'
import { useText } from './text.ts'

/** What one may begin with: own ones first, then those that come with Cairn. */
export function Ready({ onBegin }: { onBegin: (beginning: Beginning) => void }) {
  const t = useText()
  const read = useRead(listReadyCampaigns, {}, { topics: ['campaigns'] })
  if (read.isPending) return <SkeletonCards />
  return (
    <section aria-labelledby="ready-campaigns">
      <Stack gap={12}>
        <h2 id="ready-campaigns">{t('campaigns.ready')}</h2>
        <Grid>
          {(read.data?.items ?? []).map(({ key, isOwn, name, purpose, steps }) => (
            <Card key={key}>
              <Stack gap={12} className="campaign-ready">
                <h3>{name}</h3>
                <p>{isOwn ? t('campaigns.ready.own', { group: purpose }) : purpose}</p>
                <div className="campaign-ready-foot">
                  <Chip>{t('campaigns.steps', { count: steps })}</Chip>
                  <Button
                    size="sm"
                    aria-label={t('campaigns.ready.begin', { name })}
                    onPress={() =>
                      onBegin({
                        name,
                        from: isOwn ? { is: 'campaign', campaignId: key } : { is: 'ready', key },
                      })
                    }
                  >
                    {t('campaigns.ready.beginShort')}
                  </Button>
                </div>
              </Stack>
            </Card>
          ))}
        </Grid>
      </Stack>
    </section>
  )
}
