import { useState } from 'react'
import { paths } from '#paths'
import { useList, useWrite } from '#platform/web/use'
import {
  Button,
  Card,
  Chip,
  ConfirmDialog,
  EmptyState,
  ErrorState,
  ForbiddenState,
  Link,
  List,
  ListRow,
  ListStatus,
  Page,
  ShowMore,
  Stack,
  sayRefusal,
  Time,
  toast,
} from '#ui'
import { type ApiKey, listApiKeys, revokeApiKey } from '../api-key.contract.ts'
import { NewKey } from './new-key.tsx'
import { useText } from './text.ts'

/** Keys by which programs send data for an administrator: those there are, a new one, and the way to take one back. */
export function Component() {
  const t = useText()
  const list = useList(listApiKeys, {}, { topics: ['api-keys'] })
  if (list.error?.problem.status === 403) return <ForbiddenState isPage>{list.error.message}</ForbiddenState>
  return (
    <Page
      title={t('people.keys')}
      lead={t('people.keys.lead')}
      width="narrow"
      breadcrumbs={[{ label: t('people.settings'), href: paths.settings }]}
    >
      <Stack gap={24}>
        <div>
          <NewKey />
        </div>
        {list.error ? (
          <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
        ) : (
          <Card title={t('people.keys.list')}>
            <ListStatus list={list} rows={2} hasFace={false} />
            {list.isSuccess && list.items.length === 0 && (
              <EmptyState title={t('people.keys.none')} isSmall>
                {t('people.keys.noneText')}
              </EmptyState>
            )}
            <List label={t('people.keys.list')}>
              {list.items.map((one) => (
                <Key key={one.id} one={one} />
              ))}
            </List>
            <ShowMore list={list} />
          </Card>
        )}
        <p className="ui-muted">
          {t.rich('people.keys.docs', {
            link: <Link href={paths.apiDocs}>{t('people.keys.docsLink')}</Link>,
          })}
        </p>
      </Stack>
    </Page>
  )
}

function Key({ one }: { one: ApiKey }) {
  const t = useText()
  const { name, opens, addedBy, addedAt, expiresAt, usedAt, state } = one
  return (
    <ListRow
      title={name}
      isAfterBelow
      text={
        <>
          {t(`people.keys.opens.${opens}`)}
          <br />
          {t.rich('people.keys.added', { name: addedBy.name, time: <Time at={addedAt} /> })}{' '}
          {state === 'good' && t.rich('people.keys.runsOut', { time: <Time at={expiresAt} /> })}
          {state === 'expired' && t.rich('people.keys.ranOut', { time: <Time at={expiresAt} /> })}{' '}
          {usedAt ? t.rich('people.keys.used', { time: <Time at={usedAt} /> }) : t('people.keys.unused')}
        </>
      }
      after={state === 'good' ? <TakeBack one={one} /> : <Chip>{t(`people.keys.state.${state}`)}</Chip>}
    />
  )
}

function TakeBack({ one }: { one: ApiKey }) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const revoke = useWrite(revokeApiKey, ['api-keys'])
  const confirm = () => {
    const onSuccess = () => {
      setAsking(false)
      toast({ text: t('people.keys.revoked', { name: one.name }), tone: 'success' })
    }
    revoke.mutate({ params: { keyId: one.id } }, { onSuccess, onError: sayRefusal })
  }
  return (
    <>
      <Button
        size="sm"
        onPress={() => setAsking(true)}
        aria-label={t('people.keys.revokeOne', { name: one.name })}
      >
        {t('people.keys.revoke')}
      </Button>
      <ConfirmDialog
        title={t('people.keys.revokeTitle', { name: one.name })}
        action={t('people.keys.revoke')}
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={confirm}
        isPending={revoke.isPending}
        isDanger
      >
        {t('people.keys.revokeText')}
      </ConfirmDialog>
    </>
  )
}
