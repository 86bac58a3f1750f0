import { paths } from '#paths'
import { useText } from '../text.ts'
import { HealthQueue } from './queue.tsx'

/** Content to look after in the groups in which I lead. */
export function Component() {
  const t = useText()
  return (
    <HealthQueue
      of="groups"
      title={t('learning.health.groups')}
      lead={t('learning.health.groupsLead')}
      back={{ label: t('learning.health.lead'), href: paths.lead }}
    />
  )
}
