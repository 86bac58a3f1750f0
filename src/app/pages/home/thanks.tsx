import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { listKudos } from '#recognition/contract.ts'
import { Avatar, AvatarStack, Card, Link, Muted, Stack, useList, useNow } from '#ui'
import { useText } from '../../web/text.ts'

const week = 7 * 86_400_000
const mostCounted = 20
const said = 2

/** Thanks of the last seven days; when there are none, the latest, under a title that says so. */
export function Thanks() {
  const t = useText()
  const now = useNow()
  const list = useList()
  const kudos = useRead(listKudos, { query: { limit: mostCounted } }, { topics: ['kudos'] })
  const all = kudos.data?.items ?? []
  const recent = all.filter(({ givenAt }) => now - Date.parse(givenAt) < week)
  const people = [
    ...new Map(
      recent.flatMap(({ to, others }) => [to, ...others].map((one) => [one.id, one] as const)),
    ).values(),
  ]
  const shown = (recent.length > 0 ? recent : all).slice(0, said)
  if (shown.length === 0) return null
  return (
    <Card title={t(recent.length > 0 ? 'app.home.thanks' : 'app.home.thanksLatest')} tone="warm">
      <Stack gap={12}>
        {shown.map(({ id, from, to, others, reason, isPrivate }) => (
          <div key={id} className="home-thanks">
            <Avatar id={from.id} name={from.name} size="sm" />
            <p>
              {t.rich('app.home.thanksLine', {
                from: from.name,
                to: list([to, ...others].map(({ name }) => name)),
                reason,
                b: (parts) => <strong>{parts}</strong>,
              })}
              {isPrivate && <small className="ui-muted home-private">{t('app.home.thanksPrivate')}</small>}
            </p>
          </div>
        ))}
        {people.length > said && recent.length < mostCounted && (
          <div className="home-thanked">
            <AvatarStack people={people} />
            <Muted>{t('app.home.thanked', { count: people.length })}</Muted>
          </div>
        )}
        <Link href={linkTo(paths.thanks)}>{t('app.home.thanksAll')}</Link>
      </Stack>
    </Card>
  )
}
