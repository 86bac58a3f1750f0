import { parseSync } from 'vite'
import { read } from './source.ts'

/** A part of a program, as the parser tells it. */
export interface Node {
  type: string
  start: number
  [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** The parts right inside a part. */
export const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode)

/** A part and everything inside it. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node
  for (const child of childrenOf(node)) yield* nodesOf(child)
}

export const parsed = (name: string, source: string): Node =>
  parseSync(name, source).program as unknown as Node
export const treeOf = (file: string): Node => parsed(file, read(file))

export const isFunction = ({ type }: Node): boolean =>
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type)

/** Calls of a function by its name, or of a method by its: `route(...)`, `query.execute(...)`. */
export function nameOfCall(node: Node): string | undefined {
  if (node.type !== 'CallExpression') return undefined
  const callee = node.callee as Node & { name?: string; property?: { name?: string } }
  return callee.name ?? callee.property?.name
}
