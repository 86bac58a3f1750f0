import { Welcome } from '#people/web/index.tsx'
import { DemoDoor } from './welcome/demo-door.tsx'

/** The first visit: explore the demo, or create one's own organization. */
export function Component() {
  return <Welcome beside={<DemoDoor />} />
}
