import { linkTo, paths } from '#paths'
import { useList, useWrite } from '#platform/web/use'
import { Button, Card, List, ListRow, ShowMore, Stack, Time, toast } from '#ui'
import { listRefusedAddresses, type RefusedAddress, tryAddressAgain } from '../contract.ts'
import { useText } from './text.ts'

/** Addresses that are written to no more, for who may say that they work again; nothing while there are none. */
export function RefusedAddresses() {
  const t = useText()
  const list = useList(listRefusedAddresses, {}, { topics: ['letters'] })
  if (list.items.length === 0) return null
  return (
    <Card title={t('letters.refusedList')}>
      <Stack gap={12}>
        <p className="ui-muted">{t('letters.refusedList.lead')}</p>
        <List label={t('letters.refusedList')}>
          {list.items.map((one) => (
            <Refused key={one.id} one={one} />
          ))}
        </List>
        <ShowMore list={list} />
      </Stack>
    </Card>
  )
}

function Refused({ one }: { one: RefusedAddress }) {
  const t = useText()
  const again = useWrite(tryAddressAgain, ['letters'])
  const { id, email, member, code, words, at } = one
  const done = () => toast(t('letters.refusedList.tried', { email }))
  return (
    <ListRow
      title={email}
      {...(member && { href: linkTo(paths.member, { memberId: member.id }) })}
      text={
        <>
          {member?.name ?? t('letters.refusedList.nobody')}, <Time at={at} />
          <br />
          {t('letters.refusedList.said', { code, words })}
        </>
      }
      after={
        <Button
          size="sm"
          isPending={again.isPending}
          aria-label={t('letters.refusedList.tryFor', { email })}
          onPress={() => again.mutate({ params: { refusedId: id } }, { onSuccess: done })}
        >
          {t('letters.refusedList.try')}
        </Button>
      }
    />
  )
}
