import { randomHex } from '#platform/hex'

const keyOf = (drawId: string) => `cairn draw ${drawId}`

/** Thirty-two bytes by chance, from this browser, in hexadecimal. */
export const newNumber = (): string => randomHex(32)

/** Keeps one's number on this device: so one can tell by oneself whether it is still the one that is in the list. */
export const keepNumber = (drawId: string, nonce: string): void => localStorage.setItem(keyOf(drawId), nonce)

/** The number that was kept on this device; null on another. */
export const keptNumber = (drawId: string): string | null => localStorage.getItem(keyOf(drawId))
