/** Names under which a schema is asked to do what only the server does; and how values betray themselves as text. */
const refused = new Set<string | symbol>([
  'parse',
  'safeParse',
  'parseAsync',
  'safeParseAsync',
  'shape',
  'options',
  'element',
  'toString',
  'valueOf',
  Symbol.toPrimitive,
  Symbol.iterator,
])

function refuse(name: string | symbol): never {
  throw new Error(
    `The web client holds no schemas (${String(name)} was asked): the server checks what is sent. See vite.config.ts.`,
  )
}

/** Stands for every schema and every function that builds one. */
const anySchema: object = new Proxy(() => anySchema, {
  get: (_, name) => (refused.has(name) ? refuse(name) : anySchema),
  apply: () => anySchema,
})

/**
 * Stands in for the schema library in the web client. Of a contract the client needs the addresses and, while it
 * is written, the types; the schemas themselves and their library would be a seventh of the first load.
 */
export const z = anySchema
