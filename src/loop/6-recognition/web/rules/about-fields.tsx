import { listTopics } from '#leader/topic.contract.ts'
import { listGroups } from '#people/contract.ts'
import { useRead } from '#platform/web/use'
import { type Search, Stack, TagPicker } from '#ui'
import type { Chosen } from './draft.ts'
import { useText } from './text.ts'
import type { PartProps } from './when-fields.tsx'

/** A tag is whatever is typed. */
const typed: Search<Chosen> = async (words) => {
  const tag = words.trim().slice(0, 40)
  return tag ? [{ id: tag, label: tag }] : []
}

/** What a rule is about, and for whom it is; for everything and everybody where nothing is chosen. */
export function AboutFields({ draft, change }: PartProps) {
  const t = useText()
  const groups = useRead(listGroups, {}, { topics: ['groups'] }).data?.items ?? []
  const topics = useRead(listTopics, {}, { topics: ['topics'] }).data?.items ?? []
  const named = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ id, label: name }))
  return (
    <Stack>
      <TagPicker
        label={t('rule.groups')}
        items={named(groups)}
        value={draft.groups}
        onChange={(chosen) => change({ groups: chosen })}
        isOptional
      />
      {topics.length > 0 && (
        <TagPicker
          label={t('rule.topics')}
          items={named(topics)}
          value={draft.topics}
          onChange={(chosen) => change({ topics: chosen })}
          isOptional
        />
      )}
      <TagPicker
        label={t('rule.tags')}
        search={typed}
        value={draft.tags}
        onChange={(tags) => change({ tags })}
        isOptional
      />
      <TagPicker
        label={t('rule.audience')}
        hint={t('rule.audienceHint')}
        items={named(groups)}
        value={draft.audience}
        onChange={(audience) => change({ audience })}
        isOptional
      />
    </Stack>
  )
}
