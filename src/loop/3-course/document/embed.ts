import { embedHosts } from './schema.ts'

const idOf = (text: string | null | undefined): string | null => text?.match(/^[\w-]{5,20}$/)?.[0] ?? null

/**
 * The address of the player for what people copy from the address line of a video site; null where it is not one of
 * the players that may be embedded.
 */
export function embedAddress(text: string): string | null {
  const address = text.trim()
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'https:') return null
  if (embedHosts.some((host) => host === url.host)) return address
  const host = url.host.replace(/^(www|m)\./, '')
  const parts = url.pathname.split('/').filter(Boolean)
  if (host === 'youtu.be') return youtube(idOf(parts[0]))
  if (host === 'youtube.com')
    return youtube(
      idOf(url.searchParams.get('v') ?? (/^(embed|shorts|live)$/.test(parts[0] ?? '') ? parts[1] : null)),
    )
  const vimeo = parts[0]?.match(/^\d{5,12}$/)?.[0]
  return host === 'vimeo.com' && vimeo ? `https://player.vimeo.com/video/${vimeo}` : null
}

const youtube = (id: string | null) => (id ? `https://www.youtube-nocookie.com/embed/${id}` : null)
