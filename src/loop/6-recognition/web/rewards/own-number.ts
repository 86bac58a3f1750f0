const keyOf = (drawId: string) => `cairn draw ${drawId}`

/** Thirty-two bytes by chance, from this browser, in hexadecimal. */
export const newNumber = (): string =>
  [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Keeps one's number on this device: so one can tell by oneself whether it is still the one that is in the list. */
export const keepNumber = (drawId: string, nonce: string): void => localStorage.setItem(keyOf(drawId), nonce)

/** The number that was kept on this device; null on another. */
export const keptNumber = (drawId: string): string | null => localStorage.getItem(keyOf(drawId))
