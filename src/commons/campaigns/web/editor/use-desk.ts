import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { CallError, call } from '#platform/http/call'
import { refresh } from '#platform/web/refresh'
import { changeCampaign, type ShownCampaign } from '../../campaign.contract.ts'
import type { CampaignBody } from '../../language.ts'

export type SaveState = 'saved' | 'saving' | 'not-saved' | 'elsewhere'

export interface Written {
  name: string
  body: CampaignBody
}

const pause = 600
const retriesEvery = 4000

interface Waiting {
  version: number
  waiting: Written | null
  /** The saving that is under way: whether what it sent is kept. */
  running: Promise<boolean> | null
  /** What the page reads anew after it. */
  reading: Promise<void> | null
}

/** What waits to be saved, on top of which version, and how the last saving went. */
function useSaver(campaign: ShownCampaign) {
  const client = useQueryClient()
  const [standing, say] = useState<{ state: SaveState; refusal: string | null }>({
    ...{ state: 'saved', refusal: null },
  })
  const desk = useRef<Waiting>({ version: campaign.version, waiting: null, running: null, reading: null })
  const send = useCallback(
    async (sent: Written, keepalive: boolean) => {
      desk.current.waiting = null
      say({ state: 'saving', refusal: null })
      try {
        const params = { campaignId: campaign.id }
        const { version } = desk.current
        const kept = await call(changeCampaign, { params, body: { version, ...sent }, keepalive })
        desk.current.version = kept.version
        say({ state: desk.current.waiting ? 'saving' : 'saved', refusal: null })
        return true
      } catch (error) {
        if (!(error instanceof CallError)) throw error
        desk.current.waiting ??= sent
        const isElsewhere = error.problem.code === 'campaign.changed-elsewhere'
        const refusal = error.problem.status === 0 ? null : error.message
        say({ state: isElsewhere ? 'elsewhere' : 'not-saved', refusal })
        return false
      } finally {
        desk.current.running = null
      }
    },
    [campaign.id],
  )
  const save = useCallback(
    async (keepalive = false) => {
      // What was written while one saving was under way goes with the next, on top of what that one kept.
      if (desk.current.running && !(await desk.current.running)) return
      const { waiting, running } = desk.current
      if (waiting && !running) desk.current.running = send(waiting, keepalive)
      // Reading anew is no part of the saving: what is written meanwhile does not wait for it.
      if (await desk.current.running) desk.current.reading = refresh(client, ['campaigns'])
      await desk.current.reading
    },
    [client, send],
  )
  return { desk, save, say, ...standing }
}

/** Saves a moment after the last letter, tries again while it does not go, and saves at once when the page is left. */
function useSavingInTime(state: SaveState, save: (keepalive?: boolean) => Promise<void>): void {
  useEffect(() => {
    if (state === 'elsewhere' || state === 'saved') return
    const timer = window.setTimeout(() => void save(), state === 'not-saved' ? retriesEvery : pause)
    return () => window.clearTimeout(timer)
  })
  useEffect(() => {
    const leave = () => void save(true)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [save])
}

/**
 * A campaign on the desk: what is written is saved a moment later, one saving after the other, each on top of the version
 * that was read. Where somebody else was faster, nothing more is saved until it is said which text holds: `load` throws away
 * what is not saved. `keep` saves what waits at once, and says whether all is kept.
 */
export function useDesk(campaign: ShownCampaign) {
  const { desk, save, say, state, refusal } = useSaver(campaign)
  const [written, setWritten] = useState<Written>({ name: campaign.name, body: campaign.body })
  const latest = useRef(written)
  const show = useCallback((next: Written) => {
    latest.current = next
    setWritten(next)
  }, [])
  useSavingInTime(state, save)
  const write = (next: (written: Written) => Written) => {
    show(next(latest.current))
    desk.current.waiting = latest.current
    if (state !== 'elsewhere') say({ state: 'saving', refusal })
  }
  const load = () => {
    Object.assign(desk.current, { waiting: null, version: campaign.version })
    show({ name: campaign.name, body: campaign.body })
    say({ state: 'saved', refusal: null })
  }
  const keep = async () => {
    await desk.current.running
    await save()
    return desk.current.waiting === null
  }
  // Somebody else saved while nothing waited here: theirs is shown.
  const { version, waiting, running } = desk.current
  const isBehind = campaign.version > version && !waiting && !running
  useEffect(() => {
    if (!isBehind) return
    desk.current.version = campaign.version
    show({ name: campaign.name, body: campaign.body })
  }, [isBehind, campaign, desk, show])
  return { ...written, state, refusal, write, load, keep }
}
export type Desk = ReturnType<typeof useDesk>
