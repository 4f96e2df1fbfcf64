// The loudspeaker of the device. A browser may refuse all sound until somebody has touched the page;
// then this says so, and what is played takes its time all the same.
import { RATE } from './samples.ts'

export interface Loudspeaker {
  /** Settles when it has been heard, or would have been. */
  play(samples: Float32Array): Promise<void>
  /** A sound file as samples. Rejects when it is none. */
  decode(file: ArrayBuffer): Promise<Float32Array>
  /** Asks for sound; works when called from a touch. */
  unlock(): Promise<void>
  close(): Promise<void>
}

export function openLoudspeaker(onBlocked: (isBlocked: boolean) => void): Loudspeaker {
  const context = new AudioContext()
  const decoder = new OfflineAudioContext(1, 1, RATE)
  const tell = (): void => {
    onBlocked(context.state !== 'running')
  }
  context.addEventListener('statechange', tell)
  tell()

  return {
    async play(samples) {
      const seconds = samples.length / RATE
      if (context.state === 'running') {
        const buffer = new AudioBuffer({ length: samples.length, sampleRate: RATE })
        buffer.getChannelData(0).set(samples)
        const source = new AudioBufferSourceNode(context, { buffer })
        source.connect(context.destination)
        source.start()
      }
      // By the clock, not by the browser's word that it is over: that never comes without a sound card.
      await new Promise((resolve) => setTimeout(resolve, 1_000 * seconds))
    },
    async decode(file) {
      const decoded = await decoder.decodeAudioData(file)
      return decoded.getChannelData(0).slice()
    },
    unlock: () => context.resume(),
    close: () => context.close(),
  }
}
