import type { Node } from 'mdast'
import { newBlockId } from '../document/blocks.ts'
import type { Wanted } from './anchors.ts'
import type { Place, ReportLine, Severity, Values } from './report.ts'

/** What is known while one file is read: where we are, what links and pictures resolve to, what to report. */
export interface Reading {
  path: string
  lineOf: (node: Node) => number
  sourceOf: (node: Node) => string
  /** What `[label]: url` lines say, by label. */
  definitions: Map<string, { url: string; title: string }>
  resolveLink: (url: string, line: number) => string | null
  resolvePicture: (url: string) => string | null
  report: (line: number, severity: Severity, code: string, values?: Values) => void
  dropHtml: (html: string, line: number) => void
  /** Remembers where a block was read. */
  placed: (blockId: string, line: number) => void
}

export interface ReadingOptions {
  path: string
  report: ReportLine[]
  pictures: Set<string>
  places: Map<string, Place>
  assets: Record<string, string>
  /** Anchors that links lead to; null when the whole file is one step. */
  anchors: Wanted | null
  /** Step ids by the name of the file that becomes it, and of this file itself. */
  stepOfFile: (name: string) => string | undefined
}

const nameOf = (url: string) =>
  decodeSafely(url.split(/[?#]/)[0] ?? '')
    .split('/')
    .at(-1) ?? ''

/** A file's name without folders and ending. */
export const stemOf = (path: string): string => (path.split('/').at(-1) ?? path).replace(/\.\w+$/, '')

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

const stem = (name: string) => name.replace(/\.(md|markdown|html?|rmd)$/i, '')

/** The reading of one file; `chunk` is the text being parsed and the line it starts at. */
export function readingOf(options: ReadingOptions, chunk: { text: string; line: number }): Reading {
  const { path, pictures, places, assets, anchors, stepOfFile } = options
  const report: Reading['report'] = (line, severity, code, values = {}) =>
    void options.report.push({ path, line, severity, code, values })
  return {
    path,
    report,
    definitions: new Map(),
    placed: (blockId, line) => void places.set(blockId, { path, line }),
    lineOf: (node) => chunk.line - 1 + (node.position?.start.line ?? 1),
    sourceOf: (node) => chunk.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0),
    resolveLink: (url, line) => {
      if (anchors && url.startsWith('#')) return wantedStep(anchors, url, { path, line })
      if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) return url
      const step = stepOfFile(stem(nameOf(url)) || stem(nameOf(path)))
      return step ? `#step:${step}` : null
    },
    resolvePicture: (url) => {
      const name = decodeSafely(url.split(/[?#]/)[0] ?? '').replace(/^\.?\//, '')
      pictures.add(name)
      const key = Object.keys(assets).find(
        (known) => known === name || known.endsWith(`/${name}`) || nameOf(known) === nameOf(name),
      )
      return key ? (assets[key] ?? null) : null
    },
    dropHtml: (html, line) => {
      if (/^\s*<!--[\s\S]*-->\s*$/.test(html)) return
      report(line, 'warning', 'html.dropped', { html: html.trim().slice(0, 80) })
    },
  }
}

function wantedStep(anchors: Wanted, url: string, place: Place): string {
  const anchor = decodeSafely(url.slice(1)).toLowerCase()
  const known = anchors.get(anchor) ?? { ...place, id: newBlockId() }
  anchors.set(anchor, known)
  return `#step:${known.id}`
}
