/** What a variant is called, by its place. */
export const letterOf = (variant: number): string => 'ABCD'.charAt(variant)
