// Hears the page: only what is of the agreed form.
import { hearingOf, type Ears, type Frame } from '../../kiosk/shell/hearing.ts'
import { CHANNELS, isNews, isShape, type DeskNews, type Shape } from '../bridge.ts'

export interface Heard {
  tell(news: DeskNews): void
  shape(shape: Shape): void
  raise(): void
  callNextKey(): string | null
}

export function hearPage(ears: Ears, topFrame: () => Frame, server: string, heard: Heard): void {
  const isHeard = hearingOf(topFrame, server)

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
