/** So many bytes of a file are enough to see how it is to be read; fewer are the whole of it. */
export const previewBytes = 65_536
