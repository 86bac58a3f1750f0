import type { ReactNode } from 'react'
import { Stack } from '#ui'

/** One family of parts, under its name. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="dev-section">
      <h2>{title}</h2>
      <Stack gap={24}>{children}</Stack>
    </section>
  )
}
