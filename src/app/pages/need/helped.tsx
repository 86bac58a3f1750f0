import { HandHeart } from 'lucide-react'
import { useState } from 'react'
import { getAsking } from '#leader/asking.contract.ts'
import type { Need } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useList, useRead } from '#platform/web/use'
import { listKudos } from '#recognition/contract.ts'
import { GiveThanks, ThankButton } from '#recognition/web/index.tsx'
import { Avatar, Button, Card, List, ListRow, Row, ShowMore, Stack, Time } from '#ui'
import { useText } from '../../web/text.ts'

/** What helped with a need, in the words of those it helped; whoever raised it says so here. */
export function Helped({ need }: { need: Need }) {
  const t = useText()
  const isOwn = useSession().member.id === need.raisedBy.id
  const list = useList(listKudos, { query: { needId: need.id, limit: 5 } }, { topics: ['kudos'] })
  if (list.items.length === 0 && !isOwn) return null
  return (
    <Card title={t('app.need.helped')} tone="warm">
      <Stack>
        {list.items.length > 0 && (
          <List label={t('app.need.helped')}>
            {list.items.map(({ id, from, to, reason, givenAt }) => (
              <ListRow
                key={id}
                before={<Avatar id={to.id} name={to.name} />}
                title={to.name}
                href={linkTo(paths.member, { memberId: to.id })}
                text={
                  <>
                    {reason}{' '}
                    <small>
                      {from.name}, <Time at={givenAt} />
                    </small>
                  </>
                }
              />
            ))}
          </List>
        )}
        <ShowMore list={list} />
        {isOwn && <Say needId={need.id} thanked={list.items.map(({ to }) => to.id)} />}
      </Stack>
    </Card>
  )
}

/** Those who said that they can help are one press away; everybody else by name. */
function Say({ needId, thanked }: { needId: string; thanked: readonly string[] }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const read = useRead(getAsking, { params: { needId } }, { topics: ['asking', 'needs'] })
  const helping = (read.data?.asking?.asked ?? []).filter(({ answer }) => answer === 'helping')
  const waiting = helping.filter(({ member }) => !thanked.includes(member.id))
  return (
    <>
      <p className="ui-muted">{t('app.need.helpedHint')}</p>
      <Row>
        {waiting.map(({ member }) => (
          <ThankButton key={member.id} to={member} needId={needId} />
        ))}
        <Button icon={HandHeart} look="soft" onPress={() => setOpen(true)}>
          {t('app.need.helpedBy')}
        </Button>
      </Row>
      <GiveThanks isOpen={isOpen} onOpenChange={setOpen} needId={needId} />
    </>
  )
}
