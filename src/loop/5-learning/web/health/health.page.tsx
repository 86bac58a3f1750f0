import { paths } from '#paths'
import { useText } from '../text.ts'
import { HealthQueue } from './queue.tsx'

/** Content that I am to look after. */
export function Component() {
  const t = useText()
  return (
    <HealthQueue
      of="mine"
      title={t('learning.health.mine')}
      lead={t('learning.health.mineLead')}
      back={{ label: t('learning.health.create'), href: paths.create }}
    />
  )
}
