import { Breadcrumbs, Disclosure, Muted, Row, ShowMore, Tabs } from '#ui'
import { Nested, Rows } from './lists.tsx'
import { useText } from './samples.ts'
import { Section } from './section.tsx'
import { Tables } from './tables.tsx'

/** Lists, tables and what divides them. */
export function Data() {
  const t = useText()
  return (
    <Section title={t('dev.data')}>
      <Breadcrumbs items={[{ label: t('dev.crumb1'), href: '/dev/ui' }, { label: t('dev.crumb2') }]} />
      <Divided />
      <Rows />
      <Tables />
      <Nested />
      <div>
        <Disclosure title={t('dev.more')}>{t('dev.moreText')}</Disclosure>
        <Disclosure title={t('dev.todo')} isOpenAtFirst>
          {t('dev.moreText')}
        </Disclosure>
      </div>
      <Row>
        {[false, true].map((isFetchingNextPage) => (
          <ShowMore
            key={String(isFetchingNextPage)}
            list={{ hasNextPage: true, isFetchingNextPage, fetchNextPage: () => undefined }}
          />
        ))}
        <ShowMore list={{ hasNextPage: false, isFetchingNextPage: false, fetchNextPage: () => undefined }} />
      </Row>
    </Section>
  )
}

/** Tabs that the page keeps, and tabs that the address does, more than a phone has room for. */
function Divided() {
  const t = useText()
  const content = <Muted>{t('dev.tabText')}</Muted>
  return (
    <>
      <Tabs
        label={t('dev.tabs')}
        items={[
          { id: 'all', label: t('dev.tabAll'), content },
          { id: 'mine', label: t('dev.tabMine'), content },
          { id: 'reviews', label: t('dev.tabReviews'), count: 2, content },
        ]}
      />
      <Tabs
        label={t('dev.places')}
        selected="ask"
        items={[
          { id: 'home', label: t('dev.home'), href: '/dev/ui', content },
          { id: 'learn', label: t('dev.learn'), href: '/dev/ui', content },
          { id: 'ask', label: t('dev.ask'), href: '/dev/ui', count: 130, content },
          { id: 'create', label: t('dev.create'), href: '/dev/ui', content },
          { id: 'long', label: t('dev.searchPlace'), href: '/dev/ui', content },
        ]}
      />
    </>
  )
}
