import type { CallError } from '#platform/http/call'
import { toast } from '#ui'
import { useText } from './text.ts'

const known = [
  'network.unreachable',
  'group.admin-needed',
  'group.not-found',
  'group.too-deep',
  'group.inside-private',
  'group.circle',
  'group.root-stays',
  'group.invitations-wait',
  'group.parent-archived',
  'member.last-admin',
  'member.address-known',
  'invitation.open-already',
  'invitation.not-found',
  'invitation-list.too-large',
  'invitation-list.empty',
  'invitation-list.no-address-column',
] as const

/** Why something was refused, in the reader's language. */
export function useRefusal() {
  const t = useText()
  const words = (error: CallError | null | undefined): string | null => {
    if (!error) return null
    const code = known.find((one) => one === error.problem.code)
    return code ? t(`people.refused.${code}`) : error.problem.detail
  }
  const say = (error: CallError) => void toast({ text: words(error) ?? '', tone: 'danger' })
  return { words, say }
}
