/** How the server's Node is started: it grows only when it must, to half the memory under load at the same speed. */
export const frugal = ['--max-semi-space-size=8', '--max-old-space-size=1024']
