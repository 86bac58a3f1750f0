/** What a colour means: `warm` and `gold` are recognition, `info` is neutral news. */
export type Tone = 'neutral' | 'primary' | 'warm' | 'gold' | 'success' | 'danger' | 'info'
