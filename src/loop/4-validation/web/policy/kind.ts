import { contentKinds } from '../../policy/kinds.ts'
import { useText } from '../text.ts'

/** What kinds of content are called; one that this Cairn does not know is another template. */
export function useKindName(): (kind: string) => string {
  const t = useText()
  return (kind) => {
    const known = contentKinds.find((one) => one === kind)
    return t(known ? `validation.policy.kind.${known}` : 'validation.policy.kind.other')
  }
}
