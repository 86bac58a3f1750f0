import { Plus } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { useChoice } from '#platform/web/use-choice'
import {
  Card,
  Chip,
  EmptyState,
  LinkButton,
  List,
  ListRow,
  ListStatus,
  Page,
  SegmentedControl,
  ShowMore,
  Stack,
  useDate,
} from '#ui'
import { listRules, type RecognitionRule } from '../../rule.contract.ts'
import { NotYours } from './not-yours.tsx'
import { useSentences } from './sentence.tsx'
import { Templates } from './templates.tsx'
import { useText } from './text.ts'
import './rules.css'

/** The rules of the organization: what each says, whether it is on, and what it gave. */
export function Component() {
  const t = useText()
  const [archived, show] = useChoice('archived', ['false', 'true'])
  const list = useList(listRules, { query: { archived } }, { topics: ['rules'] })
  if (list.error?.problem.status === 403) return <NotYours />
  const isNone = list.isSuccess && list.items.length === 0
  return (
    <Page
      title={t('rule.title')}
      lead={t('rule.lead')}
      width="middle"
      actions={
        <LinkButton href={paths.newRule} look="primary" icon={Plus}>
          {t('rule.new')}
        </LinkButton>
      }
    >
      <Stack gap={16}>
        <SegmentedControl
          label={t('rule.which')}
          value={archived}
          onChange={show}
          items={[
            { id: 'false', label: t('rule.inUse') },
            { id: 'true', label: t('rule.aside') },
          ]}
        />
        <ListStatus list={list} />
        {isNone && archived === 'true' && <EmptyState title={t('rule.noneAside')} />}
        {isNone && archived === 'false' && (
          <>
            <EmptyState title={t('rule.none')} isSmall>
              {t('rule.noneText')}
            </EmptyState>
            <Templates />
          </>
        )}
        {list.items.length > 0 && <Rules items={list.items} />}
        <ShowMore list={list} />
        <div>
          <LinkButton href={paths.earning} look="ghost">
            {t('rule.earning')}
          </LinkButton>
        </div>
      </Stack>
    </Page>
  )
}

function Rules({ items }: { items: readonly RecognitionRule[] }) {
  const t = useText()
  const sentences = useSentences()
  return (
    <Card isFlush>
      <List label={t('rule.title')}>
        {items.map((rule) => (
          <ListRow
            key={rule.id}
            title={rule.name}
            text={
              <>
                {sentences(rule)[0]} {t('rule.gave', rule.given)}
              </>
            }
            after={<State rule={rule} />}
            isAfterBelow
            href={linkTo(paths.rule, { ruleId: rule.id })}
          />
        ))}
      </List>
    </Card>
  )
}

function State({ rule: { active } }: { rule: RecognitionRule }) {
  const t = useText()
  const date = useDate()
  return active ? (
    <Chip tone="success">{t('rule.on', { date: date(active.since) })}</Chip>
  ) : (
    <Chip>{t('rule.off')}</Chip>
  )
}
