import { originals } from '#course/document/originals.ts'

/** Kinds of content of which a policy may be said: of all of them, or of those that follow one of Cairn's templates. */
export const contentKinds = ['any', ...originals] as const
