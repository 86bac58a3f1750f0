import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import { Avatar, Button, Card, Link, List, ListRow, Muted, Row, Time, toast, useList } from '#ui'
import {
  listUnthanked,
  type Unthanked as Person,
  putOffCommendation,
  recallCommendation,
} from '../../commendation.contract.ts'
import { useText } from '../text.ts'
import { Commend } from './commend.tsx'

const topics = ['unthanked', 'kudos']

/** Who of one’s groups helped and was not thanked since; nothing where one leads nobody, and where everybody was. */
export function Unthanked() {
  const t = useText()
  const read = useRead(listUnthanked, {}, { topics })
  const [whom, setWhom] = useState<Person['member'] | null>(null)
  const items = read.data?.items ?? []
  if (items.length === 0 && !whom) return null
  return (
    <Card title={t('commendation.due')}>
      <Muted>{t('commendation.due.lead')}</Muted>
      <List label={t('commendation.due')}>
        {items.map((one) => (
          <Line key={one.member.id} one={one} onCommend={() => setWhom(one.member)} />
        ))}
      </List>
      {whom && <Commend to={whom} isOpen onOpenChange={(isOpen) => !isOpen && setWhom(null)} />}
    </Card>
  )
}

function Line({ one, onCommend }: { one: Person; onCommend: () => void }) {
  const t = useText()
  const list = useList()
  const { member, thankedAt } = one
  const did = (['courses', 'accepted', 'reviews', 'findings', 'claims'] as const)
    .filter((kind) => one[kind] > 0)
    .map((kind) => t(`commendation.did.${kind}`, { count: one[kind] }))
  return (
    <ListRow
      before={<Avatar id={member.id} name={member.name} />}
      title={<Link href={linkTo(paths.member, { memberId: member.id })}>{member.name}</Link>}
      text={
        <>
          {list(did)}.{' '}
          {thankedAt
            ? t.rich('commendation.due.last', { time: <Time key="time" at={thankedAt} isSaid /> })
            : t('commendation.due.never')}
          <Row gap={8} className="thanks-acts">
            <Button
              size="sm"
              onPress={onCommend}
              aria-label={t('commendation.commendTo', { name: member.name })}
            >
              {t('commendation.commend')}
            </Button>
            <Later member={member} />
          </Row>
        </>
      }
    />
  )
}

function Later({ member: { id: memberId, name } }: { member: Person['member'] }) {
  const t = useText()
  const later = useWrite(putOffCommendation, topics)
  const recall = useWrite(recallCommendation, topics)
  const put = () => {
    const undo = () => recall.mutate({ params: { memberId } })
    later.mutate(
      { params: { memberId } },
      { onSuccess: () => toast({ text: t('commendation.due.put', { name }), undo }) },
    )
  }
  return (
    <Button
      size="sm"
      look="ghost"
      isPending={later.isPending}
      onPress={put}
      aria-label={t('commendation.due.laterFor', { name })}
    >
      {t('commendation.due.later')}
    </Button>
  )
}
