import { paths } from '#paths'
import type { Step } from './language.ts'

/** Where the further link of a step leads. */
export const further: Record<NonNullable<Step['link']>, string> = {
  ...{ experts: paths.experts, ask: paths.ask, learn: paths.learn, academy: paths.academy },
  ...{ thanks: paths.thanks, create: paths.create, impact: paths.loop, home: paths.home },
}
