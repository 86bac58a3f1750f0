/** Rows for the table of examples: names are keys of texts, dates are ISO. */
export const topics = [
  { id: '1', name: 'dev.topic.pipe', voices: 23, experts: 0, latest: null },
  { id: '2', name: 'dev.topic.uncertainty', voices: 17, experts: 2, latest: '2026-03-03T09:00:00Z' },
  { id: '3', name: 'dev.topic.drift', voices: 9, experts: 5, latest: '2025-06-30T14:00:00Z' },
  { id: '4', name: 'dev.topic.cells', voices: 4, experts: 12, latest: '2026-01-21T08:30:00Z' },
] as const
