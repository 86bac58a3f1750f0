import { expect, test } from 'vitest'
import { z } from './no-schemas.ts'

type Builder = Record<string, (...input: unknown[]) => Builder>
const build = z as unknown as Builder

test('schemas of any shape can be declared without their library', () => {
  const schema = build.object?.({ title: build.string?.().min?.(3).max?.(80).trim?.() })
  expect(() => schema?.optional?.().default?.({}).trim?.()).not.toThrow()
})

test('a schema that is asked to check something refuses, as the client has none', () => {
  expect(() => build.string?.().parse?.('text')).toThrow('holds no schemas')
  expect(() => `${build.string?.()}`).toThrow('holds no schemas')
})
