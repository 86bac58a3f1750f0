import { useCallback, useState } from 'react'
import { addressOf, CallError, respond } from '#platform/http/call'
import { getFile } from '../../material.contract.ts'

export const addressOfFile = (fileId: string) => addressOf(getFile, { params: { fileId } })

/** Why a file does not show: what the server says to that; null when the file is there and this browser cannot show it. */
export interface Fault {
  asset: string
  refusal: CallError | null
}

async function ask(fileId: string): Promise<CallError | null> {
  try {
    await respond(getFile, { params: { fileId }, range: 'bytes=0-0' })
    return null
  } catch (error) {
    if (error instanceof CallError) return error
    throw error
  }
}

/**
 * What is wrong with a file, once `look` has asked the server for its first byte: a browser knows only that nothing came.
 * `retry` forgets it, so that the file is asked for anew.
 */
export function useFileFault(asset: string) {
  const [found, setFound] = useState<Fault | null>(null)
  const look = useCallback(() => void ask(asset).then((refusal) => setFound({ asset, refusal })), [asset])
  const retry = useCallback(() => setFound(null), [])
  return { fault: found?.asset === asset ? found : null, look, retry }
}
