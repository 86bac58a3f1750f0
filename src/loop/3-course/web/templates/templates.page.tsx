import { LayoutTemplate, Plus } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { useChoice } from '#platform/web/use-choice'
import {
  Button,
  Card,
  Chip,
  EmptyState,
  List,
  ListRow,
  ListStatus,
  Page,
  SegmentedControl,
  ShowMore,
  Stack,
} from '#ui'
import { listOwnTemplates, type OwnTemplate } from '../../own-template.contract.ts'
import { useText } from '../text.ts'
import { useManagedGroups } from './managed.ts'
import { NewTemplate } from './new-template.tsx'
import { Originals } from './originals.tsx'
import './templates.css'

type Which = 'false' | 'true'

/** The organization's own templates: to use, and for those who manage a group, to make and change. */
export function Component() {
  const t = useText()
  const [search] = useSearchParams()
  const from = search.get('from')
  const [isMaking, setMaking] = useState(from !== null)
  const [archived, show] = useChoice('archived', ['false', 'true'])
  const groups = useManagedGroups()
  const isManager = groups !== null && groups.length > 0
  const list = useList(listOwnTemplates, { query: { archived } }, { topics: ['templates'] })
  const make = isManager && (
    <Button look="primary" icon={Plus} onPress={() => setMaking(true)}>
      {t('template.new')}
    </Button>
  )
  return (
    <Page
      title={t('template.list')}
      lead={t('template.listLead')}
      width="middle"
      breadcrumbs={[{ label: t('course.create'), href: paths.create }]}
      actions={make}
    >
      <Stack gap={16}>
        {isManager && <Which value={archived} onChange={show} />}
        <ListStatus list={list} />
        {!list.isPending && !list.error && list.items.length === 0 && (
          <EmptyState title={t(archived === 'true' ? 'template.noneArchived' : 'template.none')}>
            {archived === 'false' && t('template.noneText')}
          </EmptyState>
        )}
        {list.items.length > 0 && <Templates items={list.items} />}
        <ShowMore list={list} />
        {archived === 'false' && <Originals />}
      </Stack>
      {groups && isManager && (
        <NewTemplate
          groups={groups}
          courseId={from}
          isOpen={isMaking}
          onOpenChange={(isOpen) => setMaking(isOpen)}
        />
      )}
    </Page>
  )
}

function Which({ value, onChange }: { value: Which; onChange: (which: Which) => void }) {
  const t = useText()
  return (
    <SegmentedControl<Which>
      label={t('template.which')}
      value={value}
      onChange={onChange}
      items={[
        { id: 'false', label: t('template.inUse') },
        { id: 'true', label: t('template.archived') },
      ]}
    />
  )
}

function Templates({ items }: { items: readonly OwnTemplate[] }) {
  const t = useText()
  return (
    <Card isFlush>
      <List>
        {items.map(({ id, name, for: purpose, group, version, courses }) => (
          <ListRow
            key={id}
            isAfterBelow
            before={<LayoutTemplate size={20} aria-hidden="true" />}
            title={name}
            text={
              <>
                {purpose && <span className="template-purpose">{purpose}</span>}
                {group.name} · {t('template.follows', { count: courses })}
              </>
            }
            after={
              <Chip tone={version > 0 ? 'success' : 'neutral'}>
                {version > 0 ? t('course.version', { number: version }) : t('template.unpublished')}
              </Chip>
            }
            href={linkTo(paths.template, { templateId: id })}
          />
        ))}
      </List>
    </Card>
  )
}
