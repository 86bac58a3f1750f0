import type { z } from 'zod'
import { getWorkingTime } from '#people/time.contract.ts'
import { call } from '#platform/http/call'
import type { Endpoint } from '#platform/http/endpoint'
import { getMyDetection } from '../../contract.ts'
import { getProfile } from '../../expert.contract.ts'
import { listMyContests, listMySignals } from '../../held.contract.ts'
import {
  listMyAskings,
  listMyEndorsements,
  listMyEvidence,
  listMyHandovers,
  listMyInvitations,
} from '../../held-lists.contract.ts'
import { listMyNominations } from '../../nomination.contract.ts'
import { getExpertise } from '../../radar.contract.ts'

type Paged = Endpoint & { returns: z.ZodType<{ items: unknown[]; next: string | null }> }

/** Reads a list to its end. */
async function wholeList<E extends Paged>(endpoint: E): Promise<z.output<E['returns']>['items']> {
  const all: unknown[] = []
  let after = ''
  do {
    const query = { limit: 100, ...(after && { after }) }
    const { items, next } = await call(endpoint as Paged, { query: query as never })
    all.push(...items)
    after = next ?? ''
  } while (after)
  return all
}

/** All that the page tells, from where the page has it. */
export async function readHeld(memberId: string) {
  const params = { memberId }
  const [{ expertise, influences }, { profile }, nominations, contests, workingTime, detection] =
    await Promise.all([
      call(getExpertise, { params }),
      call(getProfile, { params }),
      call(listMyNominations, {}),
      call(listMyContests, {}),
      call(getWorkingTime, { params }),
      call(getMyDetection, {}),
    ])
  return {
    ...{ expertise, influences, detection, workingTime: workingTime.percent, profile },
    evidence: await wholeList(listMyEvidence),
    signals: await wholeList(listMySignals),
    needs: await wholeList(listMyAskings),
    endorsements: await wholeList(listMyEndorsements),
    handovers: await wholeList(listMyHandovers),
    surveys: await wholeList(listMyInvitations),
    ...{ nominations: nominations.items, contests: contests.items },
  }
}
