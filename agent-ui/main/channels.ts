// Hears the page. Only the top frame of our window, showing our server's page, is listened to, and
// only what is of the agreed form; anything else is as if it had not been said.
import { CHANNELS, isNews, isShape, type DeskNews, type Shape } from '../bridge.ts'
import { isOurs } from './guard.ts'

interface Frame {
  readonly url: string
}
interface Said {
  readonly senderFrame: Frame | null
}

/** What is used of Electron's `ipcMain`. */
export interface Ears {
  on(channel: string, listener: (event: Said, value: unknown) => void): unknown
  handle(channel: string, answer: (event: Said) => unknown): void
}

export interface Heard {
  tell(news: DeskNews): void
  shape(shape: Shape): void
  raise(): void
  callNextKey(): string | null
}

/** `topFrame` is the frame of our window's page as it is now. */
export function hearPage(ears: Ears, topFrame: () => Frame, server: string, heard: Heard): void {
  const isHeard = ({ senderFrame }: Said): boolean =>
    senderFrame !== null && senderFrame === topFrame() && isOurs(senderFrame.url, server)

  ears.on(CHANNELS.tell, (event, value) => {
    if (isHeard(event) && isNews(value)) heard.tell(value)
  })
  ears.on(CHANNELS.shape, (event, value) => {
    if (isHeard(event) && isShape(value)) heard.shape(value)
  })
  ears.on(CHANNELS.raise, (event) => {
    if (isHeard(event)) heard.raise()
  })
  ears.handle(CHANNELS.callNextKey, (event) => (isHeard(event) ? heard.callNextKey() : null))
}
