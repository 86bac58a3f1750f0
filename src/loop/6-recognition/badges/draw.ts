import { fields, ink } from './palette.ts'
import { type SymbolName, symbolSvg } from './symbols.ts'

export const colourNames = Object.keys(fields) as [keyof typeof fields, ...(keyof typeof fields)[]]
export const shapeNames = ['stone', 'circle', 'hexagon', 'shield', 'rosette', 'arch'] as const
export const trimNames = ['ring', 'ribbon', 'laurel'] as const

/** What a badge looks like: chosen from what there is, so that whatever is chosen can be drawn, and is safe to show. */
export interface Drawing {
  shape: (typeof shapeNames)[number]
  colour: (typeof colourNames)[number]
  symbol: SymbolName
  trim: (typeof trimNames)[number]
}

/** Which of how many levels is drawn. A badge of one level has no marks of levels. */
interface Level {
  level: number
  levels: number
}

const side = 240
const centre = { x: 120, y: 108 }

/** The outline of a shape of radius `r` around the centre. */
const outlines: Record<Drawing['shape'], (r: number) => string> = {
  circle: (r) => arcs(r),
  stone: (r) => {
    const [x, y] = [centre.x, centre.y]
    return `M${at(x - r)} ${at(y + r * 0.16)}C${at(x - r)} ${at(y - r * 0.6)} ${at(x - r * 0.5)} ${at(y - r * 0.92)} ${at(x)} ${at(y - r * 0.92)}S${at(x + r)} ${at(y - r * 0.5)} ${at(x + r)} ${at(y + r * 0.1)}S${at(x + r * 0.62)} ${at(y + r * 0.94)} ${at(x)} ${at(y + r * 0.94)}S${at(x - r)} ${at(y + r * 0.74)} ${at(x - r)} ${at(y + r * 0.16)}Z`
  },
  hexagon: (r) => polygon(Array.from({ length: 6 }, (_, i) => point(r * 1.06, i * 60 - 90))),
  shield: (r) => {
    const [x, y] = [centre.x, centre.y]
    return `M${at(x)} ${at(y - r)}C${at(x + r * 0.35)} ${at(y - r * 0.8)} ${at(x + r * 0.65)} ${at(y - r * 0.75)} ${at(x + r * 0.92)} ${at(y - r * 0.75)}V${at(y)}C${at(x + r * 0.92)} ${at(y + r * 0.55)} ${at(x + r * 0.4)} ${at(y + r * 0.9)} ${at(x)} ${at(y + r * 1.06)}C${at(x - r * 0.4)} ${at(y + r * 0.9)} ${at(x - r * 0.92)} ${at(y + r * 0.55)} ${at(x - r * 0.92)} ${at(y)}V${at(y - r * 0.75)}C${at(x - r * 0.65)} ${at(y - r * 0.75)} ${at(x - r * 0.35)} ${at(y - r * 0.8)} ${at(x)} ${at(y - r)}Z`
  },
  rosette: (r) =>
    polygon(Array.from({ length: 32 }, (_, i) => point(i % 2 === 0 ? r * 1.04 : r * 0.94, i * 11.25 - 90))),
  arch: (r) => {
    const [left, right] = [at(centre.x - r * 0.86), at(centre.x + r * 0.86)]
    return `M${left} ${at(centre.y + r * 0.9)}V${at(centre.y - r * 0.1)}A${at(r * 0.86)} ${at(r * 0.9)} 0 0 1 ${right} ${at(centre.y - r * 0.1)}V${at(centre.y + r * 0.9)}Q${at(centre.x)} ${at(centre.y + r * 1.06)} ${left} ${at(centre.y + r * 0.9)}Z`
  },
}

const at = (value: number) => Math.round(value * 10) / 10

const point = (r: number, degrees: number): string => {
  const angle = (degrees * Math.PI) / 180
  return `${at(centre.x + r * Math.cos(angle))} ${at(centre.y + r * Math.sin(angle))}`
}
const polygon = (points: readonly string[]) => `M${points.join('L')}Z`
const arcs = (r: number) =>
  `M${at(centre.x - r)} ${centre.y}A${r} ${r} 0 1 1 ${at(centre.x + r)} ${centre.y}A${r} ${r} 0 1 1 ${at(centre.x - r)} ${centre.y}Z`

/** Lines inside the edge: one more with each level. */
const rings = (shape: Drawing['shape'], count: number) =>
  Array.from({ length: Math.min(count, 3) }, (_, i) => outlines[shape](78 - i * 6))
    .map((d) => `<path d="${d}" fill="none" stroke="${ink}" stroke-width="2.2" stroke-linejoin="round"/>`)
    .join('')

/** Two tails that hang behind the badge, with a stripe for each level. */
function ribbon(colour: string, count: number): string {
  const tail = 'M66 150L40 224L68 214L86 236L114 162Z'
  const stripes = Array.from({ length: Math.min(count, 3) }, (_, i) => {
    const [x, y] = [at(-i * 3.7), at(i * 10.5)]
    return `<path d="M56 184L102 199" transform="translate(${x} ${y})" stroke="${ink}" stroke-width="4"/>`
  }).join('')
  const one = `<path d="${tail}" fill="${colour}" stroke="${ink}" stroke-width="3" stroke-linejoin="round"/>${stripes}`
  return `<g>${one}</g><g transform="translate(${side} 0) scale(-1 1)">${one}</g>`
}

/** Leaves up both sides of the symbol, a pair and one more with each level. */
function laurel(count: number): string {
  const leaves = Array.from({ length: Math.min(count, 3) + 2 }, (_, i) => {
    const degrees = 137 + i * 18
    const [x = '', y = ''] = point(62, degrees).split(' ')
    return `<ellipse cx="${x}" cy="${y}" rx="4.6" ry="10.5" transform="rotate(${degrees - 22} ${x} ${y})" fill="${ink}"/>`
  }).join('')
  return `${leaves}<g transform="translate(${side} 0) scale(-1 1)">${leaves}</g>`
}

/** The levels as small stones under the symbol: reached ones full, those to come hollow. */
function pips({ level, levels }: Level): string {
  if (levels < 2) return ''
  return Array.from({ length: levels }, (_, i) => {
    const x = centre.x + (i - (levels - 1) / 2) * 17
    const fill = i < level ? ink : 'none'
    return `<ellipse cx="${at(x)}" cy="${centre.y + 48}" rx="6" ry="4.6" fill="${fill}" stroke="${ink}" stroke-width="2"/>`
  }).join('')
}

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')

/**
 * A badge as an SVG of 240 by 240. The only text in it is `title`, its accessible name, which may be anything. The same
 * words and choices give the same picture, on the server and in the browser. `inside` stands right behind the opening
 * tag, whose attributes `more` adds to: there goes what is baked in.
 */
export function drawBadge(
  { shape, colour, symbol, trim }: Drawing,
  level: Level,
  { title, more = '', inside = '' }: { title: string; more?: string; inside?: string },
): string {
  const field = fields[colour]
  const scale = trim === 'laurel' ? 1.5 : level.levels > 1 ? 1.65 : 1.9
  const up = level.levels > 1 ? 10 : 0
  const place = `translate(${at(centre.x - 24 * scale)} ${at(centre.y - up - 24 * scale)}) scale(${scale})`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${more} viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" role="img" aria-labelledby="title">`,
    inside,
    `<title id="title">${escaped(title)}</title>`,
    `<g transform="translate(0 ${trim === 'ribbon' ? 0 : 12})">`,
    trim === 'ribbon' ? ribbon(field, level.level) : '',
    `<path d="${outlines[shape](92)}" fill="${field}" stroke="${ink}" stroke-width="3" stroke-linejoin="round"/>`,
    trim === 'ring' ? rings(shape, level.level) : rings(shape, 1),
    trim === 'laurel' ? laurel(level.level) : '',
    symbolSvg(symbol, ink, place),
    pips(level),
    '</g></svg>',
  ].join('')
}

/** The same as an address that an image shows. */
export const badgeAddress = (drawing: Drawing, level: Level, title = ''): string =>
  `data:image/svg+xml,${encodeURIComponent(drawBadge(drawing, level, { title }))}`
