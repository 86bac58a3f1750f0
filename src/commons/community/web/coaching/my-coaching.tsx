import { useRead } from '#platform/web/use'
import { Card, ErrorState, SkeletonRows, Stack } from '#ui'
import { getMyCoaching, type MyCoaching as Mine } from '../../coach.contract.ts'
import { useText } from '../text.ts'
import { Coached } from './coached.tsx'
import { Offer } from './offer.tsx'
import { OpenMine } from './open-mine.tsx'
import { Proposals } from './proposals.tsx'

/** Who coaches the reader, or might; and whom they coach. */
export function MyCoaching() {
  const read = useRead(getMyCoaching, {}, { topics: ['coaching'] })
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return <SkeletonRows rows={4} />
  return (
    <Stack gap={24}>
      <BeCoached mine={read.data} />
      <CoachOthers mine={read.data} />
    </Stack>
  )
}

function BeCoached({ mine: { mine, can } }: { mine: Mine }) {
  const t = useText()
  const isOpen = mine?.state === 'asked' || mine?.state === 'coaching'
  return (
    <Card title={t('community.coach.mine')}>
      <Stack gap={16}>
        {mine && mine.state !== 'withdrawn' && <OpenMine coaching={mine} />}
        {!isOpen && <p>{t(can.ask ? 'community.coach.mineText' : 'community.coach.experienced')}</p>}
        {!isOpen && can.ask && <Proposals />}
      </Stack>
    </Card>
  )
}

function CoachOthers({ mine: { offer, asked, can } }: { mine: Mine }) {
  const t = useText()
  return (
    <Card title={t('community.coach.others')}>
      <Stack gap={16}>
        <p>{t(can.offer || offer ? 'community.coach.othersText' : 'community.coach.notYet')}</p>
        {(can.offer || offer) && <Offer offer={offer} />}
        {asked.map((one) => (
          <Coached key={one.id} coaching={one} />
        ))}
        {offer && asked.length === 0 && <p className="ui-muted">{t('community.coach.nobodyAsks')}</p>}
      </Stack>
    </Card>
  )
}
