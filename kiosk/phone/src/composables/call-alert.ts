// Calls somebody who looks elsewhere: the phone shakes where it can, and chimes once its owner has
// allowed sound. Each call once, whatever was missed in between.

export interface CallAlert {
  /** Asks for sound; works when called from a touch. True when there will be sound. */
  allowSound(): Promise<boolean>
  /** Calls, unless this call was made already: `id` grows with each. */
  call(id: number): void
}

/** As much of the browser as that takes. */
export interface AlertParts {
  vibrate(pattern: number[]): void
  play(): void
  unlock(): Promise<boolean>
}

const SHAKES = [400, 200, 400, 200, 800]

/** `seen`: the call that was known when the page opened; null: none was. */
export function createCallAlert(parts: AlertParts, seen: number | null): CallAlert {
  let last = seen ?? -1
  return {
    allowSound: () => parts.unlock(),
    call(id) {
      if (id <= last) return
      last = id
      parts.vibrate(SHAKES)
      parts.play()
    },
  }
}

const TONES = [
  { hertz: 659.25, at: 0 },
  { hertz: 523.25, at: 0.4 },
  { hertz: 659.25, at: 0.8 },
] as const
const FADE = 0.9
const LOUDNESS = 0.6

/** The browser's own; what it cannot do is left out. */
export function browserParts(): AlertParts {
  let context: AudioContext | null = null
  return {
    vibrate(pattern) {
      // Absent from some browsers, whatever their types say.
      if ('vibrate' in navigator) navigator.vibrate(pattern)
    },
    async unlock() {
      context ??= new AudioContext()
      await context.resume()
      return context.state === 'running'
    },
    play() {
      if (context?.state !== 'running') return
      for (const { hertz, at } of TONES) tone(context, hertz, context.currentTime + at)
    },
  }
}

function tone(context: AudioContext, hertz: number, at: number): void {
  const oscillator = new OscillatorNode(context, { frequency: hertz, type: 'sine' })
  const gain = new GainNode(context, { gain: 0 })
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.001, at + FADE)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(at)
  oscillator.stop(at + FADE)
}
