import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { Avatar, Button, Card, EmptyState, List, ListRow, ListStatus, Page, ShowMore, Stack, Time } from '#ui'
import { type Leaver, listLeavers } from '../../succession.contract.ts'
import { useText } from '../text.ts'
import { HandOver } from './hand-over.tsx'
import { Successions } from './successions.tsx'

/** Those who left, and what of theirs waits for somebody who looks after it. */
export function Component() {
  const t = useText()
  const list = useList(listLeavers, {}, { topics: ['leavers', 'people'] })
  const [chosen, choose] = useState<Leaver | null>(null)
  return (
    <Page
      title={t('course.leavers')}
      lead={t('course.leavers.lead')}
      width="middle"
      breadcrumbs={[{ label: t('course.leavers.from'), href: paths.lead }]}
    >
      <Stack gap={24}>
        <ListStatus list={list} />
        {list.isSuccess && list.items.length === 0 && (
          <EmptyState title={t('course.leavers.none')}>{t('course.leavers.noneText')}</EmptyState>
        )}
        {list.items.length > 0 && (
          <Card isFlush>
            <List label={t('course.leavers')}>
              {list.items.map((leaver) => (
                <LeaverRow key={leaver.member.id} leaver={leaver} onHandOver={() => choose(leaver)} />
              ))}
            </List>
          </Card>
        )}
        <ShowMore list={list} />
        <Successions />
      </Stack>
      {chosen && <HandOver leaver={chosen} onClose={() => choose(null)} />}
    </Page>
  )
}

function LeaverRow({ leaver, onHandOver }: { leaver: Leaver; onHandOver: () => void }) {
  const t = useText()
  const { member, leftAt, published, drafts } = leaver
  return (
    <ListRow
      isAfterBelow
      before={<Avatar id={member.id} name={member.name} />}
      title={member.name}
      text={
        <>
          {t('course.leavers.what', { published, drafts })},{' '}
          {t.rich('course.leavers.left', { time: <Time key="time" at={leftAt} isSaid /> })}
        </>
      }
      href={linkTo(paths.member, { memberId: member.id })}
      after={
        <Button
          look="primary"
          onPress={onHandOver}
          aria-label={t('course.leavers.handOverOf', { name: member.name })}
        >
          {t('course.leavers.handOver')}
        </Button>
      }
    />
  )
}
