import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { Avatar, Button, Chip, Link, ListRow, Row, Time, useList } from '#ui'
import type { Volunteer } from '../contract.ts'
import { Greet } from './greet.tsx'
import { HandOver } from './hand-over.tsx'
import { useText } from './text.ts'

interface VolunteerRowProps {
  volunteer: Volunteer
  /** Among those who were greeted, too: what was said and done is told, and nothing is asked. */
  isAmongAll?: boolean
}

/** Somebody who wants to share what they know: since when, and what waits. */
export function VolunteerRow({ volunteer, isAmongAll }: VolunteerRowProps) {
  const t = useText()
  const [open, setOpen] = useState<'greet' | 'hand-over' | null>(null)
  const { member, group, cameAt, reminded, greeting } = volunteer
  const close = () => setOpen(null)
  return (
    <ListRow
      before={<Avatar id={member.id} name={member.name} />}
      title={<Link href={linkTo(paths.member, { memberId: member.id })}>{member.name}</Link>}
      text={
        <>
          {t.rich('volunteers.since', { group: group.name, time: <Time key="time" at={cameAt} isSaid /> })}{' '}
          <Did volunteer={volunteer} />
          {!greeting && reminded && <Chip tone="warm">{t('volunteers.late')}</Chip>}
          {!greeting && !isAmongAll && (
            <Row gap={8} className="volunteers-acts">
              <Button size="sm" look="primary" onPress={() => setOpen('greet')}>
                {t('volunteers.greet', { name: member.name })}
              </Button>
              <Button size="sm" look="ghost" onPress={() => setOpen('hand-over')}>
                {t('volunteers.handOver')}
              </Button>
            </Row>
          )}
          {open === 'greet' && <Greet volunteer={volunteer} onClose={close} />}
          {open === 'hand-over' && <HandOver volunteer={volunteer} onClose={close} />}
        </>
      }
    />
  )
}

/** Who greets them, and what they did meanwhile. */
function Did({ volunteer: { sponsor, greeting, done } }: { volunteer: Volunteer }) {
  const t = useText()
  const list = useList()
  const me = useSession().member.id
  return (
    <>
      {greeting
        ? t('volunteers.greetedBy', { name: greeting.by.name })
        : sponsor && sponsor.id !== me && t('volunteers.isToGreet', { name: sponsor.name })}{' '}
      {done.length > 0 && t('volunteers.did', { did: list(done.map((one) => t(`volunteers.did.${one}`))) })}
    </>
  )
}
