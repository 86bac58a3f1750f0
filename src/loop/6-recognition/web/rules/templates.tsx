import { paths } from '#paths'
import { Card, List, ListRow } from '#ui'
import { templateNames } from './starts.ts'
import { useText } from './text.ts'

/** Rules to begin with, and an empty one. */
export function Templates() {
  const t = useText()
  return (
    <Card title={t('rule.from')}>
      <List label={t('rule.from')}>
        {templateNames.map((name) => (
          <ListRow
            key={name}
            title={t(`rule.template.${name}`)}
            text={t(`rule.template.${name}Text`)}
            href={`${paths.newRule}?from=${name}`}
          />
        ))}
        <ListRow
          title={t('rule.fromNothing')}
          text={t('rule.fromNothingText')}
          href={`${paths.newRule}?from=nothing`}
        />
      </List>
    </Card>
  )
}
