import { common, createLowlight } from 'lowlight'

/** The languages whose code is coloured. Large: only in a chunk that is loaded when code is shown or written. */
export const codeLanguages = createLowlight(common)
