import type { Node } from 'mdast'
import { innerLinkTo } from '../document/places.ts'
import type { FileUse } from '../document/uses.ts'
import { type Anchors, nameAnchor, wantAnchor } from './anchors.ts'
import { type Beside, findBeside } from './beside.ts'
import type { Place, ReportLine, Severity, Values } from './report.ts'

/** What is known while one file is read: where we are, what links and pictures resolve to, what to report. */
export interface Reading {
  path: string
  lineOf: (node: Node) => number
  sourceOf: (node: Node) => string
  /** What `[label]: url` lines say, by label. */
  definitions: Map<string, { url: string; title: string }>
  resolveLink: (url: string, line: number) => string | null
  /** The file of a path; null, with the reason in the report, when there is none that can be used so. */
  findFile: (url: string, use: FileUse, line: number) => string | null
  report: (line: number, severity: Severity, code: string, values?: Values) => void
  dropHtml: (html: string, line: number) => void
  /** Notes a name that links lead to, of what is being read. */
  name: (name: string) => void
  /** Gives the names that were noted since to a block. */
  nameBlock: (blockId: string | undefined) => void
  /** Remembers where a block was read. */
  placed: (blockId: string, line: number) => void
}

export interface ReadingOptions {
  path: string
  report: ReportLine[]
  pictures: Set<string>
  places: Map<string, Place>
  beside: Beside
  /** Anchors that links lead to. */
  anchors: Anchors
  /** Whether the course is this file alone: its own anchors may be in any step. */
  isAlone: boolean
  /** The id of the step that a file becomes, by its path as it is written in another. */
  stepOfFile: (from: string, path: string) => string | undefined
}

/** The path in an address, without what stands behind it. */
const pathIn = (url: string) => decodeSafely(url.split(/[?#]/)[0] ?? '')

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

/** The reading of one file; `chunk` is the text being parsed and the line it starts at. */
export function readingOf(options: ReadingOptions, chunk: { text: string; line: number }): Reading {
  const { path, pictures, places, beside, anchors, isAlone, stepOfFile } = options
  const report: Reading['report'] = (line, severity, code, values = {}) =>
    void options.report.push({ path, line, severity, code, values })
  let names: string[] = []
  return {
    path,
    report,
    definitions: new Map(),
    name: (name) => void names.push(name),
    nameBlock: (blockId) => {
      if (blockId) for (const name of names) nameAnchor(anchors, name, blockId)
      names = []
    },
    placed: (blockId, line) => void places.set(blockId, { path, line }),
    lineOf: (node) => chunk.line - 1 + (node.position?.start.line ?? 1),
    sourceOf: (node) => chunk.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0),
    resolveLink: (url, line) => {
      if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) return url
      const anchor = decodeSafely(url.split('#')[1] ?? '')
      if (isAlone && url.startsWith('#')) return wantAnchor(anchors, anchor, null, { path, line })
      const stepId = stepOfFile(path, pathIn(url))
      if (!stepId) return null
      return anchor
        ? wantAnchor(anchors, anchor, stepId, { path, line })
        : innerLinkTo({ stepId, blockId: null })
    },
    findFile: (url, use, line) => {
      const name = pathIn(url).replace(/^\.?\//, '')
      if (name) pictures.add(name)
      const found = findBeside(beside, name, use)
      if ('asset' in found) return found.asset
      report(line, 'warning', found.code, found.values)
      return null
    },
    dropHtml: (html, line) => {
      if (/^\s*<!--[\s\S]*-->\s*$/.test(html)) return
      report(line, 'warning', 'html.dropped', { html: html.trim().slice(0, 80) })
    },
  }
}
