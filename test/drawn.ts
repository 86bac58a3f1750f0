import { dirname, join, normalize } from 'node:path'
import { childrenOf, isFunction, type Node, nameOfCall, nodesOf, treeOf } from './syntax.ts'

/** One use of a component: the values that each of its props is given there, as far as the text says them. */
export interface Drawing {
  values: ReadonlyMap<string, readonly string[]>
  /** The same of the things that a prop holds, in whatever they are written. */
  inner: (prop: string) => ReadonlyMap<string, readonly string[]>
}

const named = (node: unknown): string => String((node as { name?: unknown } | null)?.name ?? '')
const list = (nodes: unknown): Node[] => (Array.isArray(nodes) ? nodes.filter(Boolean) : [])

const above = new WeakMap<Node, Node>()
const trees = new Map<string, Node>()

/** The tree of a file, each part of which knows what it stands in. */
function treeIn(file: string): Node {
  const known = trees.get(file)
  if (known) return known
  const tree = { ...treeOf(file), file }
  for (const node of nodesOf(tree)) for (const child of childrenOf(node)) above.set(child, node)
  trees.set(file, tree)
  return tree
}

function* around(node: Node): Generator<Node> {
  for (let up = above.get(node); up; up = above.get(up)) yield up
}

/** What a name stands for: something of its own, or a part (`name`, by key) or a state of it. */
interface Meant {
  node: Node
  key?: string
  isState?: boolean
}

/** What a pattern gives a name of. */
function taken(pattern: Node | undefined, name: string, node: Node): Meant | undefined {
  if (pattern?.type === 'Identifier') return named(pattern) === name ? { node } : undefined
  if (pattern?.type === 'ArrayPattern')
    return list(pattern.elements).some((one) => named(one) === name) ? { node, isState: true } : undefined
  for (const one of list(pattern?.properties)) {
    const value = (one.value ?? one.argument) as Node
    if (named(value.type === 'AssignmentPattern' ? value.left : value) !== name) continue
    return one.type === 'RestElement' ? { node } : { node, key: named(one.key) }
  }
  return undefined
}

/** The list whose things a function is called with, one after the other: `tones` in `tones.map((tone) => …)`. */
function walkedBy(fn: Node): Node | undefined {
  const call = above.get(fn)
  if (!call || !/^(map|flatMap)$/.test(nameOfCall(call) ?? '')) return undefined
  return (call.callee as Node).object as Node
}

function meantIn(scope: Node, name: string): Meant | undefined {
  if (isFunction(scope)) {
    const walked = walkedBy(scope)
    return walked && taken(list(scope.params)[0], name, walked)
  }
  for (const statement of list(scope.body)) {
    const node = (statement.declaration as Node | null) ?? statement
    if (node.type === 'FunctionDeclaration' && named(node.id) === name) return { node }
    for (const one of list(node.declarations)) {
      const found = one.init ? taken(one.id as Node, name, one.init as Node) : undefined
      if (found) return found
    }
    const isImported = list(node.specifiers).some((one) => named(one.local) === name)
    const from = String((node.source as Node | null)?.value ?? '')
    if (!isImported || !/^\.\/.*\.tsx?$/.test(from)) continue
    return meantIn(treeIn(normalize(join(dirname(String(scope.file)), from))), name)
  }
  return undefined
}

function meantBy(identifier: Node): Meant | undefined {
  for (const scope of around(identifier)) {
    const found = meantIn(scope, named(identifier))
    if (found) return found
  }
  return undefined
}

/** Everything that an expression is made of, what its names stand for too. */
function* reach(node: Node, seen: Set<Node>): Generator<Node> {
  if (seen.has(node)) return
  seen.add(node)
  yield node
  const meant = node.type === 'Identifier' ? meantBy(node) : undefined
  if (meant) yield* reach(meant.node, seen)
  for (const child of childrenOf(node)) yield* reach(child, seen)
}

/** The parts of all things in there, by their names. */
function partsIn(node: Node): Map<string, string[]> {
  const parts = new Map<string, string[]>()
  for (const { type, key, value } of reach(node, new Set()))
    if (type === 'Property' && value)
      parts.set(named(key), [...(parts.get(named(key)) ?? []), ...valuesOf(value as Node)])
  return parts
}

/** The values that an expression can have, as far as it says; a state that can be switched has both. */
function valuesOf(node: Node): string[] {
  if (node.type === 'Literal') return [String(node.value)]
  if (/^(JSXExpressionContainer|TSAsExpression)$/.test(node.type)) return valuesOf(node.expression as Node)
  if (node.type === 'ArrayExpression') return list(node.elements).flatMap(valuesOf)
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].flatMap((one) => valuesOf(one as Node))
  if (node.type !== 'Identifier') return []
  const meant = meantBy(node)
  if (meant?.isState) return nameOfCall(meant.node) === 'useState' ? ['true', 'false'] : []
  if (meant?.key) return partsIn(meant.node).get(meant.key) ?? []
  return meant ? valuesOf(meant.node) : []
}

function drawingOf(attributes: readonly Node[], children: readonly Node[]): Drawing {
  const values = new Map<string, readonly string[]>()
  const held = new Map<string, Node>()
  for (const one of attributes) {
    const value = (one.value ?? undefined) as Node | undefined
    if (one.type === 'JSXSpreadAttribute')
      for (const [name, found] of partsIn(one.argument as Node)) values.set(name, found)
    else values.set(named(one.name ?? one.key), value ? valuesOf(value) : ['true'])
    if (value) held.set(named(one.name ?? one.key), value)
  }
  const isEmpty = children.every(({ type, value }) => type === 'JSXText' && !String(value).trim())
  if (!isEmpty) values.set('children', [])
  const inner = (prop: string) => {
    const value = held.get(prop)
    return value ? partsIn(value) : new Map<string, string[]>()
  }
  return { values, inner }
}

/** Every use of each component in these files; of \`toast\` too, by what it is called with. */
export function drawingsIn(files: readonly string[]): Map<string, Drawing[]> {
  const drawings = new Map<string, Drawing[]>()
  const add = (name: string, one: Drawing) => drawings.set(name, [...(drawings.get(name) ?? []), one])
  for (const node of files.flatMap((file) => [...nodesOf(treeIn(file))])) {
    if (node.type === 'JSXElement') {
      const { name, attributes } = node.openingElement as Node
      add(named(name), drawingOf(list(attributes), list(node.children)))
    }
    if (nameOfCall(node) !== 'toast') continue
    const [message] = list(node.arguments)
    if (message?.type === 'ObjectExpression') add('toast', drawingOf(list(message.properties), []))
  }
  return drawings
}
