import { ThresholdsCard } from '#learning/web/index.tsx'
import { RefusedAddresses } from '#letters/web/index.tsx'
import { SettingsPage } from '#people/web/index.tsx'
import { RecognitionCard } from '#recognition/web/index.tsx'

/** What is set once, with what an organization asks of published content, and what it thanks for. */
export function Component() {
  return (
    <SettingsPage>
      <ThresholdsCard />
      <RecognitionCard />
      <RefusedAddresses />
    </SettingsPage>
  )
}
