import { useState } from 'react'
import { useEntrance, Welcome } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Bar, Button, Callout, Card, SegmentedControl, Stack } from '#ui'
import { askForDemo, type DemoRole, demoRoles, enterDemo, getDemo } from '../demo/contract.ts'
import { useText } from '../web/text.ts'

/** The first visit: explore the demo, or create one's own organization. */
export function Component() {
  return <Welcome beside={<DemoDoor />} />
}

const whileBuilding = 700

function DemoDoor() {
  const t = useText()
  const demo = useRead(
    getDemo,
    {},
    { every: (state) => (state?.state === 'building' ? whileBuilding : false) },
  )
  const ask = useWrite(askForDemo)
  if (!demo.data?.offered) return null
  const { state, done, total } = demo.data
  const begin = () => ask.mutate({}, { onSuccess: () => void demo.refetch() })
  return (
    <Card title={t('app.demo.title')} tone="tint">
      <Stack gap={12}>
        <p>{t('app.demo.text')}</p>
        {state === 'failed' && <Callout tone="danger">{t('app.demo.failed')}</Callout>}
        {state === 'building' && (
          <>
            <Bar label={t('app.demo.building')} value={done} max={total} />
            <p className="ui-muted">{t('app.demo.building')}</p>
          </>
        )}
        {state === 'ready' && <DemoEntrance />}
        {(state === 'absent' || state === 'failed') && (
          <Button look="primary" isPending={ask.isPending} onPress={begin}>
            {t('app.demo.explore')}
          </Button>
        )}
      </Stack>
    </Card>
  )
}

function DemoEntrance() {
  const t = useText()
  const enterAs = useDemoEntrance()
  const [role, setRole] = useState<DemoRole>('learner')
  return (
    <>
      <SegmentedControl<DemoRole>
        label={t('app.demo.as')}
        items={demoRoles.map((id) => ({ id, label: t(`app.demo.role.${id}`) }))}
        value={role}
        onChange={setRole}
      />
      <Button look="primary" isPending={enterAs.isPending} onPress={() => enterAs.go(role)}>
        {t('app.demo.enter')}
      </Button>
    </>
  )
}

/** Looks at the demo through someone else's eyes. */
function useDemoEntrance() {
  const enter = useEntrance()
  const open = useWrite(enterDemo)
  return {
    isPending: open.isPending,
    go: (as: DemoRole) => open.mutate({ body: { as } }, { onSuccess: enter }),
  }
}
