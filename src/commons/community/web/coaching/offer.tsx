import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, NumberChoice, Row, Stack, sayRefusal, toast } from '#ui'
import { type MyCoaching, offerCoaching, withdrawCoachOffer } from '../../coach.contract.ts'
import { useText } from '../text.ts'

/** Says that one is ready to coach, how many at once, or not any more. */
export function Offer({ offer }: Pick<MyCoaching, 'offer'>) {
  const t = useText()
  const say = useWrite(offerCoaching, ['coaching'])
  const withdraw = useWrite(withdrawCoachOffer, ['coaching'])
  const [atOnce, setAtOnce] = useState(offer?.atOnce ?? 1)
  const send = (count: number) =>
    say.mutate(
      { body: { atOnce: count } },
      {
        onSuccess: () => toast({ text: t('community.coach.offered'), tone: 'success' }),
        onError: sayRefusal,
      },
    )
  const choose = (count: number) => {
    setAtOnce(count)
    if (offer) send(count)
  }
  const undo = () => send(atOnce)
  const take = () =>
    withdraw.mutate(
      {},
      {
        onSuccess: () => toast({ text: t('community.coach.offerWithdrawn'), undo }),
        onError: sayRefusal,
      },
    )
  return (
    <Stack gap={8}>
      <Row align="end" gap={12}>
        <NumberChoice
          label={t('community.coach.atOnce')}
          value={atOnce}
          among={[1, 2, 3, 4, 5]}
          words={(count) => t('community.coach.atOnceOf', { count })}
          onChange={choose}
        />
        {offer ? (
          <Button isPending={withdraw.isPending} onPress={take}>
            {t('community.coach.withdrawOffer')}
          </Button>
        ) : (
          <Button look="primary" isPending={say.isPending} onPress={() => send(atOnce)}>
            {t('community.coach.offer')}
          </Button>
        )}
      </Row>
      {offer && <p className="ui-muted">{t('community.coach.load', offer)}</p>}
    </Stack>
  )
}
