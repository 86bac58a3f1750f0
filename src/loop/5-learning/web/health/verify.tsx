import { useState } from 'react'
import { unverifyCourse, verifyCourse } from '#course/after.contract.ts'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, sayRefusal, TextField, toast } from '#ui'
import { useText } from '../text.ts'

interface VerifyProps {
  courseId: string
  title: string
  onClose: () => void
}

/** Says that a course still holds, and until when. Readers see who did and when; it can be taken back. */
export function Verify({ courseId, title, onClose }: VerifyProps) {
  const t = useText()
  const [until, setUntil] = useState('')
  const topics = ['health', 'my-courses', `course:${courseId}`]
  const verify = useWrite(verifyCourse, topics)
  const back = useWrite(unverifyCourse, topics)
  const takeBack = () =>
    back.mutate(
      { params: { courseId } },
      { onSuccess: () => toast(t('learning.health.verify.taken')), onError: sayRefusal },
    )
  const onSuccess = () => {
    onClose()
    toast({ text: t('learning.health.verify.done', { title }), tone: 'success', undo: takeBack })
  }
  const save = () =>
    verify.mutate({ params: { courseId }, body: { until: until === '' ? null : until } }, { onSuccess })
  return (
    <Dialog title={t('learning.health.verify.title', { title })} isOpen onOpenChange={onClose}>
      <Form onSubmit={save} error={verify.error}>
        <p className="ui-muted">{t('learning.health.verify.text')}</p>
        <TextField
          type="date"
          label={t('learning.health.verify.until')}
          hint={t('learning.health.verify.untilHint')}
          name="until"
          value={until}
          onChange={setUntil}
          isOptional
        />
        <div>
          <Button type="submit" look="primary" isPending={verify.isPending}>
            {t('learning.health.do.verify')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
