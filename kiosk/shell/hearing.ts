// Who is heard by a program: only the top frame of its window, showing our server's page. Anything
// else is as if it had not been said.
import { isOurs } from './guard.ts'

export interface Frame {
  readonly url: string
}
export interface Said {
  readonly senderFrame: Frame | null
}

/** What is used of Electron's `ipcMain`. */
export interface Ears {
  on(channel: string, listener: (event: Said, value: unknown) => void): unknown
  handle(channel: string, answer: (event: Said, value: unknown) => unknown): void
}

/** `topFrame` is the frame of our window's page as it is now. */
export function hearingOf(topFrame: () => Frame, server: string): (said: Said) => boolean {
  return ({ senderFrame }) =>
    senderFrame !== null && senderFrame === topFrame() && isOurs(senderFrame.url, server)
}
