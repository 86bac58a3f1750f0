const mostPlaces = 500
/** Of a topic, which few may know, so many are shown at least. */
const fewestOfTopic = 3

/** How many are shown of so many members, or of so many who helped with a topic. */
export function placesOf(compared: number, percent: number, isOfTopic = false): number {
  const ofThem = Math.ceil((compared * percent) / 100)
  return Math.min(mostPlaces, isOfTopic ? Math.max(fewestOfTopic, ofThem) : ofThem)
}
