import { useState } from 'react'
import { useRead } from '#platform/web/use'
import { Card, ErrorState, Page, SkeletonRows, Stack } from '#ui'
import { getVolunteering, type Step, type Volunteering } from '../contract.ts'
import { Choose } from './choose.tsx'
import { Offer } from './offer.tsx'
import { StepView } from './step.tsx'
import { useText } from './text.ts'
import { Welcome } from './welcome.tsx'
import { Where } from './where.tsx'
import './volunteers.css'

/** Sharing what one knows: saying so, then one step at a time. */
export function Component() {
  const t = useText()
  const read = useRead(getVolunteering, {}, { topics: ['volunteers'] })
  const [groupId, setGroup] = useState<string | null>(null)
  const items = read.data?.items ?? []
  const current = items.find(({ group }) => group.id === groupId) ?? items[0]
  return (
    <Page title={t(current ? 'volunteers.mine' : 'volunteers.title')} width="narrow">
      {read.error ? (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
      ) : read.isPending ? (
        <Card>
          <SkeletonRows rows={3} hasFace={false} />
        </Card>
      ) : current ? (
        <Stack gap={24}>
          <Welcome volunteering={current} />
          <Next key={current.id} volunteering={current} offers={read.data.offers} />
          <Where items={items} current={current} onChange={setGroup} />
        </Stack>
      ) : (
        <Offer />
      )}
    </Page>
  )
}

/** What to decide now: what to begin with, or how to do it. */
function Next({ volunteering, offers }: { volunteering: Volunteering; offers: readonly Step[] }) {
  const [isChoosing, setChoosing] = useState(false)
  const { step } = volunteering
  if (step === null || isChoosing || !offers.includes(step))
    return <Choose {...{ volunteering, offers }} onChosen={() => setChoosing(false)} />
  return <StepView volunteering={volunteering} step={step} onOther={() => setChoosing(true)} />
}
