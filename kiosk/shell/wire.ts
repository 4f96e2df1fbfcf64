// The page's end of the wires to its program, without anything else of Electron.

/** What is used of Electron's `ipcRenderer`. */
export interface Wire {
  send(channel: string, value?: unknown): void
  invoke(channel: string, value?: unknown): Promise<unknown>
  on(channel: string, listener: (event: unknown, value: unknown) => void): unknown
  off(channel: string, listener: (event: unknown, value: unknown) => void): unknown
}

/** The event itself stays here: it would hand the page the wire. Answers how to stop listening. */
export function listenTo(wire: Wire, channel: string, heard: (value: unknown) => void): () => void {
  const listener = (_event: unknown, value: unknown): void => heard(value)
  wire.on(channel, listener)
  return () => {
    wire.off(channel, listener)
  }
}
