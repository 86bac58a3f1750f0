import { Users } from 'lucide-react'
import { useEntrance, useSession } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { Button, Menu } from '#ui'
import { demoRoles, enterDemo } from '../demo/contract.ts'
import { useText } from './text.ts'

/** In the demo: looks at it through someone else's eyes. Shown nowhere else. */
export function DemoSwitch() {
  const t = useText()
  const { organization } = useSession()
  const enter = useEntrance()
  const open = useWrite(enterDemo)
  if (!organization.demo) return null
  return (
    <Menu
      trigger={
        <Button
          size="sm"
          look="line"
          icon={Users}
          isPending={open.isPending}
          aria-label={t('app.demo.switch')}
        >
          {t('app.demo.short')}
        </Button>
      }
      items={demoRoles.map((as) => ({
        id: as,
        label: t(`app.demo.role.${as}`),
        onAction: () => open.mutate({ body: { as } }, { onSuccess: enter }),
      }))}
    />
  )
}
