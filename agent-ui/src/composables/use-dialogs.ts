// Which dialog is open, and about whom. A dialog about somebody who has gone meanwhile closes, and
// says so: what it would ask for is no longer possible.
import { computed, shallowRef, watch, type Ref } from 'vue'
import type { DeskVisit } from '#protocol'
import type { Desk } from './desk-rows.ts'
import type { Commands } from './use-commands.ts'

export type DialogAboutVisit =
  | 'hold'
  | 'transfer'
  | 'return'
  | 'finish-with'
  | 'add-request'
  | 'requests'
  | 'person'
  | 'assign'
  | 'reorder'
export type DialogAlone =
  'help' | 'profile' | 'availability' | 'bring-back' | 'leave-counter' | 'sign-out'

type Open =
  | { readonly name: DialogAboutVisit; readonly visit: string }
  | { readonly name: DialogAlone; readonly visit: null }

export function useDialogs(desk: Readonly<Ref<Desk>>, commands: Commands) {
  const open = shallowRef<Open | null>(null)
  const visit = computed<DeskVisit | null>(() =>
    open.value?.visit ? (desk.value.visits.get(open.value.visit) ?? null) : null,
  )
  watch([visit, () => visit.value?.state], ([now, state], [before, stateBefore]) => {
    if (!before || (now?.id === before.id && state === stateBefore) || open.value === null) return
    if (open.value.visit !== before.id) return
    open.value = null
    if (commands.isBusy.value) return
    const named = { ticket: before.ticket }
    commands.tell({ is: 'status', saying: 'status.movedOn', named })
  })

  return {
    open,
    /** The visit that the open dialog is about, as it is now. */
    visit,
    about(name: DialogAboutVisit, about: DeskVisit): void {
      open.value = { name, visit: about.id }
    },
    alone(name: DialogAlone): void {
      open.value = { name, visit: null }
    },
    close(): void {
      open.value = null
    },
  }
}

export type Dialogs = ReturnType<typeof useDialogs>
