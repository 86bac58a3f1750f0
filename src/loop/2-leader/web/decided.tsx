import { Time } from '#ui'
import type { PurposeState } from '../purpose.contract.ts'
import { useText } from './text.ts'

/** Who decided last, if anybody did. */
export function Decided({ changed }: Pick<PurposeState, 'changed'>) {
  const t = useText()
  if (!changed) return t('leader.purpose.usual')
  const { by, at } = changed
  return t.rich('leader.purpose.changed', { name: by.name, time: <Time at={at} isSaid /> })
}
