import { useList, useWrite } from '#platform/web/use'
import { Avatar, Button, Card, List, ListRow, ShowMore, sayRefusal, Time, toast } from '#ui'
import { listSuccessions, type Succession, takeCoursesBack } from '../../succession.contract.ts'
import { useText } from '../text.ts'
import { handedTopics } from './hand-over.tsx'

/** What was handed over, with the way back; nothing where nothing was. */
export function Successions() {
  const t = useText()
  const list = useList(listSuccessions, {}, { topics: ['leavers'] })
  if (list.items.length === 0) return null
  return (
    <Card title={t('course.leavers.handed')} isFlush>
      <List label={t('course.leavers.handed')}>
        {list.items.map((one) => (
          <Row key={one.id} succession={one} />
        ))}
      </List>
      <ShowMore list={list} />
    </Card>
  )
}

function Row({ succession }: { succession: Succession }) {
  const t = useText()
  const { id, from, to, madeBy, madeAt, courses, can } = succession
  const back = useWrite(takeCoursesBack, handedTopics)
  const takeBack = () =>
    back.mutate(
      { params: { successionId: id } },
      { onSuccess: () => toast(t('course.leavers.taken')), onError: sayRefusal },
    )
  return (
    <ListRow
      isAfterBelow
      before={<Avatar id={to.id} name={to.name} size="sm" />}
      title={t('course.leavers.line', { from: from.name, to: to.name, count: courses })}
      text={
        <>
          {madeBy.name}, <Time at={madeAt} />
        </>
      }
      after={
        can.undo && (
          <Button
            size="sm"
            look="ghost"
            isPending={back.isPending}
            onPress={takeBack}
            aria-label={t('course.leavers.takeBackFrom', { name: to.name })}
          >
            {t('course.leavers.takeBack')}
          </Button>
        )
      }
    />
  )
}
