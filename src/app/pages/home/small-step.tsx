import { getLadder } from '#ladder/ladder.contract.ts'
import { useRead } from '#platform/web/use'
import { Card, LinkButton, SkeletonRows, Stack } from '#ui'
import { useText } from '../../web/text.ts'

/** One small thing that I could do for others now: a real one. Nothing for who wants no such proposals. */
export function SmallStep() {
  const t = useText()
  const read = useRead(getLadder, {}, { topics: ['ladder', 'contributions'] })
  const { next, choices } = read.data ?? {}
  if (read.isPending)
    return (
      <Card title={t('app.small.title')}>
        <SkeletonRows rows={1} hasFace={false} />
      </Card>
    )
  if (!next || !choices?.wantsProposals) return null
  return (
    <Card title={t('app.small.title')}>
      <Stack gap={12}>
        <p>{t(`app.small.${next.rung}`)}</p>
        {next.about && <p className="ui-muted">{next.about}</p>}
        <div>
          <LinkButton href={next.path} look="soft">
            {t('app.small.go')}
          </LinkButton>
        </div>
      </Stack>
    </Card>
  )
}
