// Runs in the desk page before the page itself: measures what an agent's eyes wait for, with the
// page's own clock. Everything ends after the frame that shows it has been painted.

export interface Probe {
  /** Each message of a change, from its arrival to its frame, ms. */
  changes: number[]
  /** Each press of Space, from the key to the frame with another primary button, ms. */
  presses: number[]
  /** Each time the page could not have answered anybody for more than 50 ms, ms. */
  longTasks: number[]
}

declare global {
  interface Window {
    deskProbe: Probe
  }
}

/**
 * Sent to the page as text: it may use nothing from outside itself, nor have functions with names of
 * their own, for which the compiler brings a helper.
 */
export function installProbe(): void {
  const probe: Probe = { changes: [], presses: [], longTasks: [] }
  window.deskProbe = probe

  const page = {
    label() {
      return document.querySelector('[aria-keyshortcuts="Space"]')?.textContent ?? null
    },
    /** In a frame: tells how long after `since` it has been painted. */
    painted(since: number, into: number[]): void {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        into.push(performance.now() - since)
      }
      port2.postMessage(null)
    },
    untilChanged(label: string | null, since: number): void {
      requestAnimationFrame(() => {
        if (page.label() === label) page.untilChanged(label, since)
        else page.painted(since, probe.presses)
      })
    },
  }

  window.WebSocket = class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols)
      this.addEventListener('message', ({ data }) => {
        if (typeof data !== 'string' || !data.includes('"office:changed"')) return
        const arrivedAt = performance.now()
        requestAnimationFrame(() => {
          page.painted(arrivedAt, probe.changes)
        })
      })
    }
  }
  window.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key === ' ') page.untilChanged(page.label(), timeStamp)
    },
    { capture: true },
  )
  new PerformanceObserver((list) => {
    probe.longTasks.push(...list.getEntries().map(({ duration }) => duration))
  }).observe({ type: 'longtask' })
}
