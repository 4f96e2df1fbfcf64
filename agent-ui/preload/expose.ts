// The bridge as the page gets it: six narrow verbs over named channels, and nothing of Electron.
import { listenTo, type Wire } from '../../kiosk/shell/wire.ts'
import { CHANNELS, isShape, type DeskBridge } from '../bridge.ts'

export function createBridge(wire: Wire): DeskBridge {
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
      listenTo(wire, CHANNELS.callNext, () => {
        pressed()
      }),
    onShapeWanted: (wanted) =>
      listenTo(wire, CHANNELS.shapeWanted, (value) => {
        if (isShape(value)) wanted(value)
      }),
  }
}
