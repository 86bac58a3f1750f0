import { expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { openApi } from './openapi.ts'

const stone = z.strictObject({ weight: z.number() }).meta({ id: 'Stone' })
const pile = z.strictObject({ stones: z.array(stone) })
const at = (name: string, path: string) =>
  endpoint(name, { method: 'GET', path, summary: 'A pile.', access: 'anyone', returns: pile })

test('a schema with a name is described once, however many endpoints use it', () => {
  const { paths, components } = openApi([at('a', '/a'), at('b', '/b/:id')], '1')
  const text = JSON.stringify(paths)
  expect(text.match(/#\/components\/schemas\/Stone/g)).toHaveLength(2)
  expect(text).not.toContain('weight')
  expect(text).not.toContain('$defs')
  expect(components.schemas.Stone).toMatchObject({ properties: { weight: { type: 'number' } } })
})
