import { useState } from 'react'
import { usePeopleSearch } from '#people/web/index.tsx'
import { useList, useWrite } from '#platform/web/use'
import {
  Button,
  Chip,
  Combobox,
  Dialog,
  Form,
  List,
  ListRow,
  Select,
  ShowMore,
  SkeletonRows,
  sayRefusal,
  toast,
} from '#ui'
import {
  handOverCourses,
  type Leaver,
  listLeftCourses,
  type Succession,
  takeCoursesBack,
} from '../../succession.contract.ts'
import { useText } from '../text.ts'

interface Person {
  id: string
  label: string
}

export const handedTopics = ['leavers', 'courses', 'my-courses', 'health']

/** Hands over and says so, with the way back. */
function useHandingOver(leaver: Leaver, onDone: () => void) {
  const t = useText()
  const handOver = useWrite(handOverCourses, handedTopics)
  const back = useWrite(takeCoursesBack, handedTopics)
  const onSuccess = ({ id, to, courses }: Succession) => {
    onDone()
    const undo = () =>
      back.mutate(
        { params: { successionId: id } },
        { onSuccess: () => toast(t('course.leavers.taken')), onError: sayRefusal },
      )
    const text = t('course.leavers.done', { name: to.name, count: courses })
    toast({ text, tone: 'success', undo })
  }
  return {
    send: (successorId: string, groupId: string | null) =>
      handOver.mutate({ body: { memberId: leaver.member.id, successorId, groupId } }, { onSuccess }),
    isPending: handOver.isPending,
    error: handOver.error,
  }
}

/** What somebody left behind, and to whom all of it, or that of one group, goes. */
export function HandOver({ leaver, onClose }: { leaver: Leaver; onClose: () => void }) {
  const t = useText()
  const { member } = leaver
  const [person, setPerson] = useState<Person | null>(null)
  const [groupId, setGroup] = useState('')
  const search = usePeopleSearch(groupId ? { mayEnter: groupId } : {})
  const handing = useHandingOver(leaver, onClose)
  const list = useList(listLeftCourses, { params: { memberId: member.id } }, { topics: ['leavers'] })
  const groups = [...new Map(list.items.map(({ group }) => [group.id, group.name])).entries()]
  const shown = list.items.filter(({ group }) => groupId === '' || group.id === groupId)
  return (
    <Dialog title={t('course.leavers.title', { name: member.name })} isOpen onOpenChange={onClose}>
      <Form onSubmit={() => person && handing.send(person.id, groupId || null)} error={handing.error}>
        {groups.length > 1 && (
          <Select
            label={t('course.leavers.which')}
            name="groupId"
            value={groupId}
            items={[
              { id: '', label: t('course.leavers.all') },
              ...groups.map(([id, name]) => ({ id, label: name })),
            ]}
            onChange={(id) => setGroup(id ?? '')}
          />
        )}
        {list.isPending && <SkeletonRows rows={2} />}
        <List label={t('course.leavers.courses')}>
          {shown.map(({ id, title, state, group }) => (
            <ListRow
              key={id}
              title={title}
              text={group.name}
              after={
                <Chip tone={state === 'published' ? 'success' : 'neutral'}>{t(`course.state.${state}`)}</Chip>
              }
            />
          ))}
        </List>
        <ShowMore list={list} />
        <Combobox
          label={t('course.leavers.who')}
          hint={t('course.leavers.whoHint', { name: member.name })}
          name="successorId"
          search={search}
          value={person}
          onChange={setPerson}
          isRequired
        />
        <div>
          <Button type="submit" look="primary" isPending={handing.isPending} isDisabled={!person}>
            {t('course.leavers.handOver')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
