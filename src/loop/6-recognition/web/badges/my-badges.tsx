import { useSession } from '#people/web/index.tsx'
import { useList, useWrite } from '#platform/web/use'
import { Card, Disclosure, EmptyState, ListStatus, ShowMore, Stack, Switch, sayRefusal } from '#ui'
import { type BadgeAward, listMemberBadges, setBadgeShown } from '../../badge.contract.ts'
import { AboutBadge } from './about.tsx'
import { BadgePicture } from './picture.tsx'
import { TakeBadge } from './take-badge.tsx'
import { useText } from './text.ts'
import './badges.css'

/** One's own badges, and what others see of each. */
export function MyBadges() {
  const t = useText()
  const memberId = useSession().member.id
  const list = useList(listMemberBadges, { params: { memberId } }, { topics: ['badges'] })
  return (
    <Card title={t('badge.mine')} id="badges">
      <ListStatus list={list} rows={2} />
      {list.isSuccess && list.items.length === 0 && (
        <EmptyState title={t('badge.mineNone')} isSmall>
          {t('badge.mineNoneText')}
        </EmptyState>
      )}
      <ul className="badge-own" aria-label={t('badge.mine')}>
        {list.items.map((award) => (
          <li key={award.id}>
            <Own award={award} />
          </li>
        ))}
      </ul>
      <ShowMore list={list} />
    </Card>
  )
}

function Own({ award }: { award: BadgeAward }) {
  const t = useText()
  const { id, name, drawing, level, levels, isShown } = award
  const show = useWrite(setBadgeShown, ['badges'])
  const set = (next: boolean) =>
    show.mutate({ params: { awardId: id }, body: { isShown: next } }, { onError: sayRefusal })
  return (
    <>
      <div className="badge-own-head">
        <BadgePicture drawing={drawing} level={level} levels={levels.length} size={72} />
        <div>
          <strong>{name}</strong>
          {levels.length > 1 && <span className="ui-muted">{levels[level - 1]?.name}</span>}
        </div>
      </div>
      <Disclosure title={t('badge.open', { name })}>
        <Stack gap={16}>
          <AboutBadge badge={award} level={level} award={award} />
          <Switch isSelected={isShown} onChange={set}>
            {t('badge.isShown')}
          </Switch>
          <TakeBadge awardId={id} />
        </Stack>
      </Disclosure>
    </>
  )
}
