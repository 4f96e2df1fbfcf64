// Plays sounds one after another; what is said next puts an end to what is being said.

export interface Player {
  /** Plays one sound to its end. Rejects when it cannot be played. */
  play(path: string): Promise<void>
  stop(): void
}

export function createSpeaker(player: Player) {
  let turn = 0
  return {
    async say(paths: readonly string[]): Promise<void> {
      turn += 1
      const mine = turn
      player.stop()
      for (const path of paths) {
        if (mine !== turn) return
        // One that cannot be played does not keep the others from being heard.
        await player.play(path).catch(() => undefined)
      }
    },
    stop(): void {
      turn += 1
      player.stop()
    },
  }
}

/** `locate`: an address from which the browser can play the sound of this path. */
export function audioPlayer(locate: (path: string) => Promise<string>): Player {
  let stop = (): void => undefined
  return {
    async play(path) {
      const address = await locate(path)
      await new Promise<void>((resolve, reject) => {
        const audio = new Audio(address)
        audio.dataset.sound = path
        stop = () => {
          audio.pause()
          resolve()
        }
        audio.addEventListener('ended', () => {
          resolve()
        })
        audio.addEventListener('error', () => {
          reject(new Error(path))
        })
        audio.play().catch(reject)
      })
    },
    stop: () => stop(),
  }
}
