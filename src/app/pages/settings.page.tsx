import { ThresholdsCard } from '#learning/web/index.tsx'
import { SettingsPage } from '#people/web/index.tsx'

/** What is set once, with what an organization asks of published content. */
export function Component() {
  return (
    <SettingsPage>
      <ThresholdsCard />
    </SettingsPage>
  )
}
