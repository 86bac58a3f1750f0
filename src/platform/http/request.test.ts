import { expect, test } from 'vitest'
import { callerOf } from './request.ts'

test('without a trusted proxy nobody says themselves where they come from', () => {
  expect(callerOf('10.0.0.9', '1.2.3.4', 0)).toBe('10.0.0.9')
})

test.each([
  ['203.0.113.7', 1, '203.0.113.7'],
  ['1.2.3.4, 203.0.113.7', 1, '203.0.113.7'],
  ['1.2.3.4, 203.0.113.7,10.0.0.2', 2, '203.0.113.7'],
  ['2001:db8::7', 1, '2001:db8::7'],
])('of %j, read behind %i proxies, the caller is %s', (forwarded, proxies, caller) => {
  expect(callerOf('10.0.0.9', forwarded, proxies)).toBe(caller)
})

test.each([
  [undefined, 1],
  ['', 1],
  ['203.0.113.7', 2],
  ['203.0.113.7, ', 1],
])('where %j does not go through %i proxies, the caller is whoever is connected', (forwarded, proxies) => {
  expect(callerOf('10.0.0.9', forwarded, proxies)).toBe('10.0.0.9')
})
