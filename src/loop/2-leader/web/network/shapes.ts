/** How many shapes groups have, by turns: a circle, a square, a diamond, a triangle; so colour alone tells none apart. */
export const shapes = 4
