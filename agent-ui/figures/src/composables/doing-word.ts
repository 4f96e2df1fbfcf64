// What is done at a counter, in the desk's own words.
import type { AgentDoing } from '#protocol'
import { useWords } from '../../../src/i18n.ts'

/** Null: nobody is there. */
export function useDoingWord(): (doing: AgentDoing | null) => string {
  const { say } = useWords()
  return (doing) => {
    if (doing === null) return say('counter.free')
    return say(`officeNow.counters.doing.${doing === 'idle' ? 'available' : doing}`)
  }
}
