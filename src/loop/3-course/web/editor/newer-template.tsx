import type { RefObject } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Callout, sayRefusal, toast } from '#ui'
import type { Draft } from '../../contract.ts'
import { leaveTemplate, takeTemplate } from '../../own-template.contract.ts'
import { useText } from '../text.ts'

interface NewerTemplateProps {
  draft: Draft
  /** Saves what was written last. */
  flush: RefObject<() => Promise<void>>
  /** The revision that was saved last. */
  revision: () => number
  /** Goes on with the text that the server has made. */
  onRenew: (draft: Draft) => void
}

/** That the template of a course has a newer version, and the way to take over what is new in it. */
export function NewerTemplate({ draft, flush, revision, onRenew }: NewerTemplateProps) {
  const t = useText()
  const params = { courseId: draft.course.id }
  const take = useWrite(takeTemplate, ['templates'])
  const leave = useWrite(leaveTemplate, ['templates'])
  const { template, newerTemplate } = draft
  if (!template || newerTemplate === null) return null
  const undo = async () => {
    await flush.current()
    leave.mutate({ params }, { onSuccess: onRenew, onError: sayRefusal })
  }
  const done = (taken: Draft) => {
    onRenew(taken)
    toast({ text: t('template.taken', { version: newerTemplate }), undo: () => void undo() })
  }
  const press = async () => {
    await flush.current()
    take.mutate({ params, body: { revision: revision() } }, { onSuccess: done, onError: sayRefusal })
  }
  const { name, version: follows } = template
  return (
    <Callout
      action={
        <Button size="sm" isPending={take.isPending} onPress={() => void press()}>
          {t('template.take')}
        </Button>
      }
    >
      {t('template.newer', { name, version: newerTemplate, follows })}
    </Callout>
  )
}
