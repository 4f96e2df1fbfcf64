// What time may be paid for, in words: a step of a visit, or what agents do for no visit.
import type { Rate } from '#protocol'
import { useFigureWords } from '../words.ts'
import { useDoingWord } from './doing-word.ts'

type Timed = NonNullable<Rate['step']>

export function useTimedWord(): (timed: Timed) => string {
  const { say } = useFigureWords()
  const doingWord = useDoingWord()
  return (timed) =>
    timed === 'idle' || timed === 'break' || timed === 'away'
      ? doingWord(timed)
      : say(`steps.${timed}`)
}
