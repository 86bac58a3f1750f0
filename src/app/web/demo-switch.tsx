import { Eye } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useEntrance, useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Menu, sayRefusal, toast } from '#ui'
import { demoRoles, enterDemo, getDemo } from '../demo/contract.ts'
import { useText } from './text.ts'

/** The frame is made anew for another person: whoever changed eyes goes on at the switcher. */
let hasSwitched = false

/** In the demo: says through whose eyes one looks, and changes them without leaving the page. Shown nowhere else. */
export function DemoSwitch() {
  const { organization } = useSession()
  return organization.demo ? <Switcher /> : null
}

function Switcher() {
  const t = useText()
  const { member } = useSession()
  const { pathname, search } = useLocation()
  const enter = useEntrance(`${pathname}${search}`)
  const open = useWrite(enterDemo)
  const people = useRead(getDemo).data?.people ?? []
  const own = people.find(({ id }) => id === member.id)
  const role = own ? t(`app.demo.role.${own.as}`) : t('app.demo.other')
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (hasSwitched) place.current?.querySelector('button')?.focus()
    hasSwitched = false
  }, [])
  const items = demoRoles.map((as) => {
    const person = people.find((one) => one.as === as)
    return {
      id: as,
      label: t(`app.demo.role.${as}`),
      ...(person && { hint: t('app.demo.person', person) }),
      ...(own?.as === as && { icon: Eye }),
      onAction: () =>
        open.mutate(
          { body: { as } },
          {
            onSuccess: (session) => {
              hasSwitched = true
              toast({ text: t('app.demo.switched', { name: session.member.name }) })
              enter(session)
            },
            onError: sayRefusal,
          },
        ),
    }
  })
  return (
    <span ref={place} className="app-eyes">
      <Menu
        trigger={
          <Button
            look="line"
            icon={Eye}
            isPending={open.isPending}
            aria-label={t('app.demo.switch', { role, name: member.name })}
          >
            <span className="app-eyes-role">{role}</span>
          </Button>
        }
        groups={[{ id: 'eyes', title: t('app.demo.switchTitle'), items }]}
      />
    </span>
  )
}
