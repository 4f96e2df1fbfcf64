// The bridge as the page gets it: six narrow verbs over named channels, and nothing of Electron.
import { CHANNELS, isShape, type DeskBridge } from '../bridge.ts'

/** What is used of Electron's `ipcRenderer`. */
export interface Wire {
  send(channel: string, value?: unknown): void
  invoke(channel: string): Promise<unknown>
  on(channel: string, listener: (event: unknown, value: unknown) => void): unknown
  off(channel: string, listener: (event: unknown, value: unknown) => void): unknown
}

export function createBridge(wire: Wire): DeskBridge {
  /** The event itself stays here: it would hand the page the wire. */
  function listen(channel: string, heard: (value: unknown) => void): () => void {
    const listener = (_event: unknown, value: unknown): void => heard(value)
    wire.on(channel, listener)
    return () => {
      wire.off(channel, listener)
    }
  }
  return {
    tell({ state, text, language }) {
      wire.send(CHANNELS.tell, { state, text, language })
    },
    shape: (shape) => wire.send(CHANNELS.shape, shape),
    raise: () => wire.send(CHANNELS.raise),
    async callNextKey() {
      const key = await wire.invoke(CHANNELS.callNextKey)
      return typeof key === 'string' ? key : null
    },
    onCallNext: (pressed) =>
      listen(CHANNELS.callNext, () => {
        pressed()
      }),
    onShapeWanted: (wanted) =>
      listen(CHANNELS.shapeWanted, (value) => {
        if (isShape(value)) wanted(value)
      }),
  }
}
