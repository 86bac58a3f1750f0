import { useWrite } from '#platform/web/use'
import { sayRefusal, toast } from '#ui'
import {
  addCriterion,
  type Criterion,
  type CriterionWords,
  leaveCriterion,
  setCriterion,
} from '../../criteria.contract.ts'
import { useText } from '../text.ts'

const topics = ['charter']

const bodyOf = ({ weight, passesAt, words }: Pick<Criterion, 'weight' | 'passesAt' | 'words'>) => ({
  ...{ weight, passesAt, words },
})

/** Says how a criterion reads and counts in a group, adds one, takes one out; each can be undone. */
export function useCriteria(groupId: string) {
  const t = useText()
  const add = useWrite(addCriterion, topics)
  const set = useWrite(setCriterion, topics)
  const leave = useWrite(leaveCriterion, topics)
  const at = (key: Criterion['key']) => ({ groupId, key })
  const done = (text: string, undo: () => Promise<unknown>) =>
    void toast({ text, tone: 'success', undo: () => void undo().catch(sayRefusal) })
  const made = (body: { weight: number; passesAt: number; words: CriterionWords }, onDone: () => void) =>
    add.mutate(
      { params: { groupId }, body },
      {
        onSuccess: ({ key }) => {
          done(t('validation.criteria.saved'), () => leave.mutateAsync({ params: at(key) }))
          onDone()
        },
      },
    )
  /** `before` is what the group itself said until now; null for nothing. */
  const say = (criterion: Criterion, before: Criterion | null, onDone: () => void) => {
    const params = at(criterion.key)
    const undo = () =>
      before ? set.mutateAsync({ params, body: bodyOf(before) }) : leave.mutateAsync({ params })
    const onSuccess = () => {
      done(t('validation.criteria.saved'), undo)
      onDone()
    }
    set.mutate({ params, body: bodyOf(criterion) }, { onSuccess })
  }
  const takeOut = (criterion: Criterion) => {
    const params = at(criterion.key)
    const onSuccess = () =>
      done(t(criterion.isBorrowed ? 'validation.criteria.saved' : 'validation.criteria.left'), () =>
        set.mutateAsync({ params, body: bodyOf(criterion) }),
      )
    leave.mutate({ params }, { onSuccess, onError: sayRefusal })
  }
  return {
    ...{ made, say, takeOut },
    isPending: add.isPending || set.isPending,
    isLeaving: leave.isPending,
    error: add.error ?? set.error,
  }
}
