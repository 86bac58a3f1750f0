/**
 * A topic as it travels to browsers. One that names a thing (`talk:` and an id) carries a hash in the id's place: whoever
 * shows that thing knows it by its hash, and to everybody else it says nothing, though hints reach a whole organization.
 */
export function veiled(topic: string): string {
  const colon = topic.indexOf(':')
  if (colon < 0) return topic
  // FNV-1a. Should two things have one hash, a browser asks once more than it needs to.
  let hash = 0x811c9dc5
  for (let at = colon + 1; at < topic.length; at += 1)
    hash = Math.imul(hash ^ topic.charCodeAt(at), 0x01000193) >>> 0
  return `${topic.slice(0, colon + 1)}${hash.toString(16)}`
}
