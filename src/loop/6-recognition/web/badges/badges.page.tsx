import { Plus } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useList } from '#platform/web/use'
import { useChoice } from '#platform/web/use-choice'
import {
  Card,
  EmptyState,
  LinkButton,
  List,
  ListRow,
  ListStatus,
  Page,
  SegmentedControl,
  ShowMore,
  Stack,
} from '#ui'
import { type Badge, listBadges } from '../../badge.contract.ts'
import { IssuerCard } from './issuer-card.tsx'
import { BadgePicture } from './picture.tsx'
import { useText } from './text.ts'
import './badges.css'

/** The badges of the organization: what people are recognized for, and for those who design them, the way to a new one. */
export function Component() {
  const t = useText()
  const [archived, show] = useChoice('archived', ['false', 'true'])
  const list = useList(listBadges, { query: { archived } }, { topics: ['badges'] })
  const isDesigner = useIsDesigner()
  const make = isDesigner && (
    <LinkButton href={paths.newBadge} look="primary" icon={Plus}>
      {t('badge.new')}
    </LinkButton>
  )
  return (
    <Page title={t('badge.title')} lead={t('badge.lead')} width="middle" actions={make}>
      <Stack gap={16}>
        <SegmentedControl
          label={t('badge.which')}
          value={archived}
          onChange={show}
          items={[
            { id: 'false', label: t('badge.inUse') },
            { id: 'true', label: t('badge.archived') },
          ]}
        />
        <ListStatus list={list} />
        {list.isSuccess && list.items.length === 0 && (
          <EmptyState
            title={t(archived === 'true' ? 'badge.noneArchived' : 'badge.none')}
            action={archived === 'false' && make}
          >
            {archived === 'false' && t('badge.noneText')}
          </EmptyState>
        )}
        {list.items.length > 0 && <Badges items={list.items} />}
        <ShowMore list={list} />
        {isDesigner && <IssuerCard />}
      </Stack>
    </Page>
  )
}

/** Whether the reader manages the whole organization. */
function useIsDesigner(): boolean {
  const session = useSession()
  return ['admin', 'manager'].some((role) =>
    session.roles.some((held) => held.groupId === session.organization.id && held.role === role),
  )
}

function Badges({ items }: { items: readonly Badge[] }) {
  const t = useText()
  return (
    <Card isFlush>
      <List label={t('badge.title')}>
        {items.map(({ id, name, description, levels, drawing, holders }) => (
          <ListRow
            key={id}
            before={<BadgePicture drawing={drawing} level={levels.length} levels={levels.length} size={64} />}
            title={name}
            text={
              <>
                <span className="badge-line">{description}</span>
                {t('badge.levels', { count: levels.length })} · {t('badge.holders', { count: holders })}
              </>
            }
            href={linkTo(paths.badge, { badgeId: id })}
          />
        ))}
      </List>
    </Card>
  )
}
