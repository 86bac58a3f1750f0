import { expect, test } from 'vitest'
import { readDropped, refuse } from './files.ts'

const slides = new File(['12345'], 'Torque.PPTX', { type: 'application/vnd.ms-powerpoint' })
const picture = new File(['12345'], 'bench.jpeg', { type: 'image/jpeg' })

test('files are taken by ending or by media type, whatever the case', () => {
  expect(refuse(slides, ['.pptx'], undefined)).toBeNull()
  expect(refuse(picture, ['.pptx', 'image/*'], undefined)).toBeNull()
  expect(refuse(picture, ['image/jpeg'], undefined)).toBeNull()
  expect(refuse(picture, [], undefined)).toBeNull()
})

test('a file of another kind or above the limit is refused with the reason', () => {
  expect(refuse(picture, ['.pptx'], undefined)?.why).toBe('type')
  expect(refuse(slides, ['.pptx'], 4)?.why).toBe('size')
  expect(refuse(slides, ['.pptx'], 5)).toBeNull()
})

test('of what is dropped, only files are read', async () => {
  const dropped = [{ kind: 'text' }, { kind: 'file', getFile: async () => picture }, { kind: 'directory' }]
  expect(await readDropped(dropped)).toEqual([picture])
})
