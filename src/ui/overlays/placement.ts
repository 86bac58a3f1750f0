/** On which side of its button something opens, and with which edge in line. Mirrored in right-to-left; beside it a phone has no room. */
export type Placement = 'bottom' | 'bottom start' | 'bottom end' | 'top' | 'top start' | 'top end'
