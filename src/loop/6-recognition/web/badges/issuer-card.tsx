import { useState } from 'react'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Callout, Card, ConfirmDialog, ListStatus, Stack, sayRefusal, Time, toast } from '#ui'
import { getIssuer, type Issuer, rotateBadgeKey } from '../../credential.contract.ts'
import { useText } from './text.ts'

/** As whom the organization signs its badges, and with which keys. */
export function IssuerCard() {
  const t = useText()
  const read = useRead(getIssuer, {}, { topics: ['badges'] })
  return (
    <Card title={t('badge.issuer')}>
      <ListStatus list={read} rows={1} />
      {read.data && <AboutIssuer issuer={read.data} />}
    </Card>
  )
}

function AboutIssuer({ issuer: { did, address, isReachable, keys } }: { issuer: Issuer }) {
  const t = useText()
  return (
    <Stack gap={12}>
      <p>{t('badge.issuerText')}</p>
      <p className="badge-address">
        <code>{address}</code>
        <code>{did}</code>
      </p>
      {!isReachable && <Callout tone="warning">{t('badge.issuerUnreachable')}</Callout>}
      <strong>{t('badge.keys')}</strong>
      {keys.length === 0 && <p className="ui-muted">{t('badge.keysNone')}</p>}
      <ul className="badge-keys">
        {keys.map(({ id, madeAt, retiredAt }) => (
          <li key={id}>
            {t.rich(retiredAt ? 'badge.keyRetired' : 'badge.keyInUse', { time: <Time at={madeAt} /> })}
          </li>
        ))}
      </ul>
      {keys.length > 0 && <Rotate />}
    </Stack>
  )
}

function Rotate() {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const rotate = useWrite(rotateBadgeKey, ['badges'])
  const send = () =>
    rotate.mutate(
      {},
      {
        onSuccess: () => {
          setAsking(false)
          toast({ text: t('badge.rotated'), tone: 'success' })
        },
        onError: sayRefusal,
      },
    )
  return (
    <div>
      <Button size="sm" look="line" onPress={() => setAsking(true)}>
        {t('badge.rotate')}
      </Button>
      <ConfirmDialog
        title={t('badge.rotate')}
        isOpen={isAsking}
        onOpenChange={setAsking}
        action={t('badge.rotate')}
        isPending={rotate.isPending}
        onConfirm={send}
      >
        <p>{t('badge.rotateText')}</p>
      </ConfirmDialog>
    </div>
  )
}
