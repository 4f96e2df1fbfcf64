// The machine's own voice: espeak-ng, which writes what it is given to a sound file. One sentence at
// a time: a kiosk that prepares itself must not slow the queue.
import { spawn } from 'node:child_process'
import { rename } from 'node:fs/promises'
import type { Language } from '../../domain/settings.ts'

/** Voices of espeak-ng; it has no Canadian French. */
const VOICES: Readonly<Record<Language, string>> = { en: 'en-us', fr: 'fr' }
/** Words a minute: slower than its usual 175, for ears that do not know it. */
const PACE = 150
/** Longer than any sentence takes, ms. */
const PATIENCE = 10_000

export interface Voice {
  /** Whether there is one on this machine. */
  isThere(): Promise<boolean>
  /** Writes the sound of `text` to `file`, whole or not at all. */
  say(language: Language, text: string, file: string): Promise<void>
}

/** `program`: its name on the PATH, or its path. */
export function machineVoice(program: string): Voice {
  let there: Promise<boolean> | null = null
  let last: Promise<unknown> = Promise.resolve()
  return {
    isThere() {
      there ??= run(program, ['--version'], '').then(
        () => true,
        () => false,
      )
      return there
    },
    say(language, text, file) {
      const said = last.then(async () => {
        const part = `${file}.part`
        const options = ['-v', VOICES[language], '-s', String(PACE), '--stdin', '-w', part]
        await run(program, options, text)
        await rename(part, file)
      })
      last = said.catch(() => undefined)
      return said
    },
  }
}

/** No shell is between: what is said is text on its way in, never a command. */
function run(program: string, options: string[], text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, {
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: PATIENCE,
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${program} ended with ${code ?? 'a signal'}`))
    })
    // A program that is not there closes its input at once; `error` says so.
    child.stdin.once('error', () => undefined)
    child.stdin.end(text)
  })
}
