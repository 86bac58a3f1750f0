const apple = () => /Mac|iPhone|iPad/.test(navigator.platform)

const signs: Record<string, string> = {
  shift: '⇧',
  alt: 'Alt',
  enter: '↵',
  escape: 'Esc',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  space: '␣',
}

/**
 * How keys are drawn on this machine: `mod+k` is one stroke of two keys, `g h` are two strokes.
 * Answers a list of strokes, each a list of keys.
 */
export function drawnKeys(keys: string): string[][] {
  return keys
    .split(' ')
    .map((stroke) => stroke.split('+').map((key) => (key === 'mod' ? (apple() ? '⌘' : 'Ctrl') : drawn(key))))
}

function drawn(key: string): string {
  return signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}

/** The name of the stroke that a key press makes: `mod+k`, `shift+enter`, `?`. */
export function strokeOf(event: KeyboardEvent): string {
  const key = event.key
    .toLowerCase()
    .replace(/^arrow/, '')
    .replace(/^ $/, 'space')
  const parts = [(apple() ? event.metaKey : event.ctrlKey) && 'mod', event.altKey && 'alt']
  // A sign such as "?" already says that Shift was held.
  if (event.shiftKey && (event.key.length > 1 || /[a-z]/.test(key))) parts.push('shift')
  return [...parts.filter(Boolean), key].join('+')
}
