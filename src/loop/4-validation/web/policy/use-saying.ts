import { useWrite } from '#platform/web/use'
import { sayRefusal, toast } from '#ui'
import { leavePolicy, setPolicy, type ValidationPolicy } from '../../policy.contract.ts'
import { useText } from '../text.ts'

const topics = ['policies']

/** A policy as it is sent. */
const bodyOf = ({ kind: _, name: __, from: ___, named, ...said }: ValidationPolicy) => ({
  ...said,
  namedIds: named.map(({ id }) => id),
})

/** Says what a group asks for, or says nothing of it any more; each can be undone. Rounds that are open keep theirs. */
export function useSaying(groupId: string) {
  const t = useText()
  const set = useWrite(setPolicy, topics)
  const remove = useWrite(leavePolicy, topics)
  const paramsOf = ({ kind }: Pick<ValidationPolicy, 'kind'>) => ({ groupId, kind })
  const saved = (undo: () => Promise<unknown>) =>
    void toast({
      text: t('validation.policy.saved'),
      tone: 'success',
      undo: () => void undo().catch(sayRefusal),
    })
  /** `before` is what the group itself said until now; null for nothing. */
  const say = (policy: ValidationPolicy, before: ValidationPolicy | null, onDone: () => void) => {
    const params = paramsOf(policy)
    const undo = () =>
      before ? set.mutateAsync({ params, body: bodyOf(before) }) : remove.mutateAsync({ params })
    const onSuccess = () => {
      saved(undo)
      onDone()
    }
    set.mutate({ params, body: bodyOf(policy) }, { onSuccess })
  }
  const leave = (policy: ValidationPolicy) => {
    const params = paramsOf(policy)
    const onSuccess = () => saved(() => set.mutateAsync({ params, body: bodyOf(policy) }))
    remove.mutate({ params }, { onSuccess, onError: sayRefusal })
  }
  return { say, leave, isPending: set.isPending || remove.isPending, error: set.error }
}
