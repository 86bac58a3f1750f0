import type { ComponentType } from 'react'

/** A page of the client: its address, and the file that is fetched when somebody first goes there. */
export interface ClientPage {
  path: string
  load: () => Promise<{ Component: ComponentType }>
}
