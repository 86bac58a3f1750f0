import { layOut, type ToLayOut } from './layout.ts'

/** Lays a picture out beside the page, which goes on meanwhile. */
self.onmessage = ({ data }: MessageEvent<ToLayOut>) => self.postMessage(layOut(data))
