import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Avatar, Callout, Card, ErrorState, Link, List, ListRow, SkeletonRows, Stack } from '#ui'
import { type DetectionSettings, getDetectionPreview } from '../../weights.contract.ts'
import { useText } from '../text.ts'

interface Person {
  id: string
  name: string
  title: string
}

const isSame = (a: DetectionSettings, b: DetectionSettings): boolean =>
  a.percent === b.percent &&
  a.memory === b.memory &&
  Object.entries(a.kinds).every(([kind, weight]) => b.kinds[kind as keyof typeof b.kinds] === weight)

/** Who would come in and who would drop out if this counted: what came of the last time that one asked. */
export function WeightsPreview({ draft }: { draft: DetectionSettings }) {
  const t = useText()
  const read = useRead(getDetectionPreview, {}, { topics: ['detection-preview', 'radar'] })
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  const preview = read.data?.preview
  if (!preview) return null
  const { found, settings } = preview
  return (
    <Card title={t('leader.weights.foreseen')}>
      <div role="status">
        {!found ? (
          <>
            <p>{t('leader.weights.counting')}</p>
            <SkeletonRows rows={3} />
          </>
        ) : (
          <Stack>
            {!isSame(settings, draft) && <Callout>{t('leader.weights.older')}</Callout>}
            <p>
              {t('leader.weights.change', {
                staying: found.staying,
                coming: found.coming.length,
                going: found.going.length,
              })}
            </p>
            <People title={t('leader.weights.coming')} people={found.coming} />
            <People title={t('leader.weights.going')} people={found.going} />
          </Stack>
        )}
      </div>
    </Card>
  )
}

function People({ title, people }: { title: string; people: readonly Person[] }) {
  if (people.length === 0) return null
  return (
    <section>
      <h3 className="leader-small-title">{title}</h3>
      <List label={title}>
        {people.map(({ id, name, title: job }) => (
          <ListRow
            key={id}
            before={<Avatar id={id} name={name} size="sm" />}
            title={<Link href={linkTo(paths.member, { memberId: id })}>{name}</Link>}
            text={job}
          />
        ))}
      </List>
    </section>
  )
}
