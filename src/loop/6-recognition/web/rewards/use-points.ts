import { useRead } from '#platform/web/use'
import { getAllowance } from '../../contract.ts'
import { listAccounts } from '../../ledger.contract.ts'

const topics = ['accounts', 'kudos', 'recognition']

/** How many points one has, and whether the organization gives any; nothing until both are known. */
export function usePoints(): { points: number; areGiven: boolean } | null {
  const accounts = useRead(listAccounts, {}, { topics })
  const allowance = useRead(getAllowance, {}, { topics })
  if (!accounts.data || !allowance.data) return null
  const points = accounts.data.items.find(({ kind }) => kind === 'points')?.balance ?? 0
  return { points, areGiven: allowance.data.granted > 0 || allowance.data.left > 0 || points > 0 }
}
