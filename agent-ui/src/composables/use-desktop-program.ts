// The desk and the program around it: the key that calls next from other programs, and what the mark
// in the tray shows. Without a program there is nothing to do.
import { onUnmounted, shallowRef, watchEffect, type Ref } from 'vue'
import type { Freshness } from '#protocol'
import { NEWS_LENGTH } from '../../bridge.ts'
import { useWords } from '../i18n.ts'
import { bridge } from './bridge.ts'
import type { Desk } from './desk-rows.ts'
import { meaningOfKey, shownState } from './desktop.ts'
import { problemKey } from './problem-key.ts'
import type { Commands } from './use-commands.ts'
import type { DeskState } from './use-desk.ts'
import type { Moves } from './use-moves.ts'

export interface DeskParts {
  readonly desk: Readonly<Ref<Desk>>
  readonly freshness: Readonly<Ref<Freshness>>
  readonly state: DeskState
  readonly moves: Pick<Moves, 'primary'>
  readonly commands: Commands
}

export function useDesktopProgram({ freshness, state, moves, commands }: DeskParts) {
  const { say, count, locale } = useWords()
  const program = bridge()
  /** The key that calls next from any program, if the program holds one. */
  const globalKey = shallowRef<string | null>(null)
  if (!program) return { globalKey }

  void program.callNextKey().then((key) => (globalKey.value = key))
  const stop = program.onCallNext(() => {
    const meaning = meaningOfKey(state.primary.value, state.situation.value)
    if (meaning.is === 'refused') {
      commands.tell({ is: 'problem', saying: problemKey(meaning.code) })
      return
    }
    if (meaning.raise) program.raise()
    void moves.primary()
  })

  watchEffect(() => {
    const { counter, visit } = state.situation.value
    const doing = visit
      ? `${visit.ticket} ${say(`states.${visit.state}`)}`
      : say(`availability.${counter.availability ?? 'available'}`)
    const waiting = count('desktop.waiting', state.mine.value.length)
    program.tell({
      state: shownState(state.situation.value, freshness.value.isLive),
      text: say('desktop.tray', { waiting, doing }).slice(0, NEWS_LENGTH),
      language: locale.value,
    })
  })
  onUnmounted(() => {
    stop()
    program.tell({ state: 'signed-out', text: '', language: locale.value })
  })

  return { globalKey }
}
