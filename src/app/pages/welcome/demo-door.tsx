import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useEntrance } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Avatar, Bar, Button, Callout, Card, SkeletonText, Stack, useNumber } from '#ui'
import {
  askForDemo,
  type DemoPerson,
  type DemoRole,
  type DemoState,
  demoRoles,
  enterDemo,
  getDemo,
} from '../../demo/contract.ts'
import { useText } from '../../web/text.ts'
import './demo-door.css'

const whileBuilding = 700

/** The way into the demo: asked for once, then one of five people to be. */
export function DemoDoor() {
  const t = useText()
  const demo = useRead(
    getDemo,
    {},
    { every: (state) => (state?.state === 'building' ? whileBuilding : false) },
  )
  const ask = useWrite(askForDemo)
  if (demo.isPending) return <SkeletonText />
  if (!demo.data?.offered) return null
  const { state, people } = demo.data
  const begin = () => ask.mutate({}, { onSuccess: () => void demo.refetch() })
  const wrong = state === 'failed' ? t('app.demo.failed') : ask.error?.message
  return (
    <Card title={t('app.demo.title')} tone="tint">
      <Stack gap={12}>
        <p>{t('app.demo.text')}</p>
        {wrong && (
          <Callout tone="danger" isAlert>
            {wrong}
          </Callout>
        )}
        {state === 'building' && <Building demo={demo.data} />}
        {(state === 'absent' || state === 'failed') && (
          <Button look="primary" isPending={ask.isPending} onPress={begin}>
            {state === 'failed' ? t('app.demo.retry') : t('app.demo.explore')}
          </Button>
        )}
        <p role="status" className="ui-hidden">
          {state === 'building' ? t('app.demo.building') : state === 'ready' ? t('app.demo.ready') : ''}
        </p>
        {state === 'ready' && <Entrance people={people} />}
      </Stack>
    </Card>
  )
}

function Building({ demo: { done, total } }: { demo: DemoState }) {
  const t = useText()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  return (
    <>
      <Bar label={t('app.demo.title')} value={done} max={total} />
      <p className="demo-building">
        <span>{t('app.demo.building')}</span>
        <span>{t('app.demo.progress', { percent: percent(done / Math.max(1, total)) })}</span>
      </p>
    </>
  )
}

/** The five people whose eyes one may look through; one press goes in. */
function Entrance({ people }: { people: DemoPerson[] }) {
  const t = useText()
  const enter = useEntrance()
  const open = useWrite(enterDemo)
  const [going, setGoing] = useState<DemoRole | null>(null)
  const go = (as: DemoRole) => {
    setGoing(as)
    open.mutate({ body: { as } }, { onSuccess: enter })
  }
  return (
    <>
      <p>{t('app.demo.as')}</p>
      <ul className="demo-people">
        {demoRoles.map((as) => {
          const person = people.find((one) => one.as === as)
          return (
            <li key={as}>
              <Button
                isWide
                iconAfter={ChevronRight}
                isPending={open.isPending && going === as}
                onPress={() => go(as)}
              >
                {person && <Avatar id={person.id} name={person.name} size="sm" />}
                <span className="demo-person">
                  <strong>{t(`app.demo.role.${as}`)}</strong>
                  {person && <small>{t('app.demo.person', person)}</small>}
                </span>
              </Button>
            </li>
          )
        })}
      </ul>
      {open.error && (
        <Callout tone="danger" isAlert>
          {open.error.message}
        </Callout>
      )}
    </>
  )
}
