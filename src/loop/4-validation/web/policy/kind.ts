import { contentKinds } from '../../policy/kinds.ts'
import { useText } from '../text.ts'

/** What a kind of content is called: an own template has a name, the others one in every language. */
export function useKindName(): (one: { kind: string; name: string | null }) => string {
  const t = useText()
  return ({ kind, name }) => {
    const known = contentKinds.find((one) => one === kind)
    return name ?? t(known ? `validation.policy.kind.${known}` : 'validation.policy.kind.other')
  }
}
