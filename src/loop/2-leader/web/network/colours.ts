import type { Picture } from './picture.ts'

export type Colour = readonly [number, number, number]

export interface Colours {
  ground: Colour
  link: Colour
  helps: Colour
  learns: Colour
  homes: readonly Colour[]
}

/** The colours of the page as numbers: what the tokens and the groups' emblems are in the theme of the moment. */
export function readColours({ homes }: Picture): Colours {
  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const probe = document.body.appendChild(document.createElement('span'))
  const numbersOf = (): Colour => {
    if (!brush) return [0.5, 0.5, 0.5]
    brush.fillStyle = getComputedStyle(probe).color
    brush.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data
    return [red / 255, green / 255, blue / 255]
  }
  const token = (name: string) => {
    probe.style.color = `var(--${name})`
    return numbersOf()
  }
  const [ground, link, helps, learns] = [token('surface'), token('muted'), token('primary'), token('warm')]
  probe.removeAttribute('style')
  probe.className = 'ui-emblem'
  const ofHomes = homes.map(({ colour }) => {
    probe.dataset.colour = colour
    return numbersOf()
  })
  probe.remove()
  return { ground, link, helps, learns, homes: ofHomes }
}

/** Calls back when the page takes on another look; answers how to stop. */
export function onOtherLook(call: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((one) =>
    window.matchMedia(one),
  )
  for (const query of queries) query.addEventListener('change', call)
  const chosen = new MutationObserver(call)
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    chosen.disconnect()
    for (const query of queries) query.removeEventListener('change', call)
  }
}
