import { useWrite } from '#platform/web/use'
import { Avatar, Button, Row, Stack, sayRefusal, toast } from '#ui'
import { type Coaching, withdrawCoaching } from '../../coach.contract.ts'
import { useText } from '../text.ts'
import { End } from './end.tsx'

/** How far what the reader asked for last is. */
export function OpenMine({ coaching }: { coaching: Coaching }) {
  const t = useText()
  const withdraw = useWrite(withdrawCoaching, ['coaching'])
  const { id, coach, state, note, can } = coaching
  const take = () =>
    withdraw.mutate(
      { params: { coachingId: id } },
      { onSuccess: () => toast(t('community.coach.withdrawn')), onError: sayRefusal },
    )
  if (state === 'withdrawn') return null
  return (
    <Stack gap={12}>
      <Row gap={12} isTight>
        <Avatar id={coach.id} name={coach.name} />
        <strong>{t(`community.coach.state.${state}`, { name: coach.name })}</strong>
      </Row>
      {note && <blockquote className="community-words">{note}</blockquote>}
      {(can.withdraw || can.end) && (
        <Row gap={8}>
          {can.withdraw && (
            <Button isPending={withdraw.isPending} onPress={take}>
              {t('community.coach.withdraw')}
            </Button>
          )}
          {can.end && <End coaching={coaching} other={coach.name} />}
        </Row>
      )}
    </Stack>
  )
}
