// The window's two shapes: the whole desk, and the call bar, which stays above other programs. It is
// the same window and the same page: nothing is loaded again, nothing under way is lost.
import type { Rectangle } from 'electron'
import type { Shape } from '../bridge.ts'

/** What is used of Electron's `BrowserWindow`. */
export interface ShapedWindow {
  isMaximized(): boolean
  maximize(): void
  unmaximize(): void
  getContentBounds(): Rectangle
  setContentBounds(bounds: Rectangle): void
  setMinimumSize(width: number, height: number): void
  setAlwaysOnTop(isOnTop: boolean, level?: 'floating'): void
  setVisibleOnAllWorkspaces(isVisible: boolean): void
}

const BAR = { width: 420, height: 120 } as const
const LEAST: Readonly<Record<Shape, [width: number, height: number]>> = {
  desk: [640, 480],
  bar: [360, 64],
}
/** Between the bar and the edge of the screen, px. */
const GAP = 16

/** `workArea` is the part of the window's screen that programs may use. */
export function createShapes(window: ShapedWindow, workArea: () => Rectangle) {
  let shape: Shape = 'desk'
  const places: Record<Shape, Rectangle | null> = { desk: null, bar: null }
  let wasMaximized = false

  function barPlace(): Rectangle {
    const { x, y, width } = workArea()
    // Below the title of the window, which is what it is moved by.
    return { x: x + width - BAR.width - GAP, y: y + 3 * GAP, ...BAR }
  }

  return (next: Shape): void => {
    if (next === shape) return
    if (next === 'bar') {
      wasMaximized = window.isMaximized()
      if (wasMaximized) window.unmaximize()
    }
    places[shape] = window.getContentBounds()
    shape = next
    window.setMinimumSize(...LEAST[next])
    window.setContentBounds(
      places[next] ?? (next === 'bar' ? barPlace() : window.getContentBounds()),
    )
    window.setAlwaysOnTop(next === 'bar', 'floating')
    window.setVisibleOnAllWorkspaces(next === 'bar')
    if (next === 'desk' && wasMaximized) window.maximize()
  }
}
