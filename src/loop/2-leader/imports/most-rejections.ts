/** So many rejected lines of a file are told of one by one; all are counted. */
export const mostRejections = 10_000
