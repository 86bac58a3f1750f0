import { History } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import { Chip, ErrorState, List, ListRow, ShowMore, SkeletonRows, Time } from '#ui'
import { listTemplateVersions, type OwnTemplate } from '../../own-template.contract.ts'
import { useText } from '../text.ts'

interface VersionsProps {
  template: OwnTemplate
  /** The number of the one that is shown. */
  shown: number
}

/** Every version of a template, each to be read as it was. */
export function Versions({ template: { id: templateId, version: newest }, shown }: VersionsProps) {
  const t = useText()
  const topics = ['templates', `template:${templateId}`]
  const list = useList(listTemplateVersions, { params: { templateId } }, { topics })
  if (list.isPending) return <SkeletonRows />
  if (list.error) return <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
  return (
    <>
      <List label={t('template.versions')}>
        {list.items.map(({ number, madeBy, madeAt, reason }) => (
          <ListRow
            key={number}
            before={<History size={20} aria-hidden="true" />}
            title={t('course.version', { number })}
            text={t.rich('template.by', { name: madeBy.name, time: <Time at={madeAt} isSaid /> })}
            isCurrent={number === shown}
            href={linkTo(paths.template, { templateId }, { query: { version: String(number) } })}
            after={
              number === newest ? (
                <Chip tone="success">{t('template.newest')}</Chip>
              ) : (
                reason === 'copy' && <Chip tone="neutral">{t('template.copy')}</Chip>
              )
            }
          />
        ))}
      </List>
      <ShowMore list={list} />
    </>
  )
}
