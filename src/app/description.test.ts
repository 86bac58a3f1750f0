import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openWorld } from '#test/world.ts'
import { routes } from './modules.ts'

const world = openWorld()
const ask = (headers: Record<string, string> = {}) =>
  world.cairn.app.request('http://cairn.test/api/openapi.json', { headers })

type Described = {
  openapi: string
  paths: Record<string, Record<string, { operationId: string; parameters: { name: string; in: string }[] }>>
}

test('anyone may read the description that is committed, and is told when theirs is still good', async () => {
  const response = await ask()
  expect(await response.text()).toBe(
    readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'),
  )
  const again = await ask({ 'if-none-match': response.headers.get('etag') ?? '' })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('every route is described once, with every parameter of its path', async () => {
  const { openapi, paths } = (await (await ask()).json()) as Described
  expect(openapi).toBe('3.1.0')
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods))
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
    routes.map(({ endpoint }) => endpoint.name).sort(),
  )
  for (const [path, methods] of Object.entries(paths))
    for (const { operationId, parameters } of Object.values(methods)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const declared = parameters.filter((one) => one.in === 'path').map(({ name }) => name)
      expect([operationId, declared.sort()]).toEqual([operationId, named.sort()])
    }
})

test('everything the description refers to is in it', async () => {
  const description = await (await ask()).json()
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
    ([, to = '']) => to,
  )
  expect(references.length).toBeGreaterThan(0)
  for (const reference of new Set(references)) {
    const target = reference
      .split('/')
      .reduce<unknown>((part, key) => (part as Record<string, unknown>)?.[key], description)
    expect([reference, target !== undefined]).toEqual([reference, true])
  }
})
