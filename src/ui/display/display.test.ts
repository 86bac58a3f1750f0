import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverScene, palettes } from './cover-scene.ts'
import { initialsOf } from './initials.ts'

test('initials follow the script of the name', () => {
  expect(initialsOf('Amara Okafor')).toBe('AO')
  expect(initialsOf('  Élodie de la Tour  ')).toBe('ÉT')
  expect(initialsOf('ßen')).toBe('S')
  expect(initialsOf('田中 美咲')).toBe('田')
  expect(initialsOf('')).toBe('?')
})

test('a name of any signs gives at most two letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const letters = [...new Intl.Segmenter().segment(initialsOf(name))].length
      return letters >= 1 && letters <= 2
    }),
  )
})

test('an id always gives the same picture, and pictures differ', () => {
  const ids = Array.from({ length: 200 }, (_, index) => `id-${index}`)
  const scenes = ids.map((id) => JSON.stringify(coverScene(id)))
  expect(ids.map((id) => JSON.stringify(coverScene(id)))).toEqual(scenes)
  expect(new Set(scenes).size).toBe(200)
  expect(new Set(ids.map((id) => coverScene(id).palette)).size).toBe(palettes)
})

test('stones never leave the picture at the top', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      const numbers = coverScene(id).stones.flatMap((path) => path.match(/-?[\d.]+/g)?.map(Number) ?? [])
      const heights = numbers.filter((_, index) => index % 2 === 1)
      return numbers.every(Number.isFinite) && Math.min(...heights) > 0
    }),
  )
})
