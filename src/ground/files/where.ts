import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Scope } from '#platform/scope'

/** Where the bytes of a file are. */
export const pathOf = ({ install, org }: Scope, id: string) => join(install.filesDir, org, id)

/** Whether the bytes of a file are not on the disk. */
export const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Whether the bytes of a file are on the disk. */
export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    (error) => {
      if (isMissing(error)) return false
      throw error
    },
  )
