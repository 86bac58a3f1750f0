import { useState } from 'react'
import { paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import { Card, ConfirmDialog, ErrorState, Link, SkeletonRows, Switch, sayRefusal, useDate } from '#ui'
import { getMyDetection, leaveDetection, returnToDetection } from '../contract.ts'
import { useText } from './text.ts'

const topics = ['detection']

/** Nobody is looked at here, so there is nothing to leave. */
function Off() {
  const t = useText()
  return (
    <Card title={t('leader.part')}>
      <p>{t('leader.part.off')}</p>
      <p>
        <Why />
      </p>
    </Card>
  )
}

/** Where it stands what is found out here, and by what right. */
function Why() {
  const t = useText()
  return <Link href={paths.purposes}>{t('leader.part.why')}</Link>
}

/** Whether one takes part in finding out who knows what: what it is made of, and the way out and back in. */
export function MyDetection() {
  const t = useText()
  const date = useDate()
  const [isAsking, setAsking] = useState(false)
  const read = useRead(getMyDetection, {}, { topics })
  const leave = useWrite(leaveDetection, topics)
  const comeBack = useWrite(returnToDetection, topics)
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return <SkeletonRows rows={1} />
  const { isOn, absentSince, traces, brought } = read.data
  if (!isOn) return <Off />
  const stop = () => leave.mutate({}, { onSuccess: () => setAsking(false), onError: sayRefusal })
  const change = (isOn: boolean) => {
    if (isOn) comeBack.mutate({}, { onError: sayRefusal })
    else setAsking(true)
  }
  return (
    <Card title={t('leader.part')}>
      <Switch
        isSelected={absentSince === null}
        isDisabled={comeBack.isPending || leave.isPending}
        onChange={change}
        hint={
          absentSince === null
            ? t('leader.part.hint', { kept: traces + brought, brought })
            : t('leader.part.absent', { since: date(absentSince) })
        }
      >
        {t('leader.part.take')}
      </Switch>
      <p>
        <Link href={paths.held}>{t('leader.held.see')}</Link>
      </p>
      <p>
        <Why />
      </p>
      <ConfirmDialog
        title={t('leader.part.leave.title')}
        isOpen={isAsking}
        onOpenChange={setAsking}
        action={t('leader.part.leave')}
        isPending={leave.isPending}
        onConfirm={stop}
        isDanger
      >
        {t('leader.part.leave.text', { kept: traces + brought })}
      </ConfirmDialog>
    </Card>
  )
}
