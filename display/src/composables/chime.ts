// The chime: two falling tones, made by the browser itself. A browser may refuse all sound until
// somebody has touched the page; then this says so.

export interface Chime {
  play(): void
  /** Asks for sound; works when called from a touch. */
  unlock(): Promise<void>
}

const TONES = [
  { hertz: 659.25, at: 0 },
  { hertz: 523.25, at: 0.5 },
] as const
const LOUDNESS = 0.5
/** How long a tone takes to fade, seconds. */
const FADE = 1.4

export function createChime(onBlocked: (isBlocked: boolean) => void): Chime {
  const context = new AudioContext()
  const tell = (): void => {
    onBlocked(context.state !== 'running')
  }
  context.addEventListener('statechange', tell)
  tell()

  function tone(hertz: number, at: number): void {
    const oscillator = new OscillatorNode(context, { frequency: hertz, type: 'sine' })
    const gain = new GainNode(context, { gain: 0 })
    gain.gain.setValueAtTime(0, at)
    gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.001, at + FADE)
    oscillator.connect(gain).connect(context.destination)
    oscillator.start(at)
    oscillator.stop(at + FADE)
  }

  return {
    play() {
      if (context.state !== 'running') return
      for (const { hertz, at } of TONES) tone(hertz, context.currentTime + at)
    },
    unlock: () => context.resume(),
  }
}
