// Listens to the keyboard for the whole page and says which action is meant. Nothing is heard while
// a field is typed in, while a dialog is open, or when the agent has turned the keys off.
import { onMounted, onUnmounted, shallowRef } from 'vue'
import { recall, remember } from '../remembered.ts'
import { actionOf, type KeyAction, type Press } from './keys.ts'

const areKeysOn = shallowRef(recall('keys') !== 'off')

/** Whether single keys work: some dictation software presses letters by itself. */
export function useKeySetting() {
  return {
    areKeysOn,
    setKeys(on: boolean): void {
      areKeysOn.value = on
      remember('keys', on ? 'on' : 'off')
    },
  }
}

/** `act` says whether the press was used; a press that was not stays the browser's. */
export function useKeys(act: (action: KeyAction) => boolean): void {
  function onKeydown(event: KeyboardEvent): void {
    if (!areKeysOn.value || event.defaultPrevented || document.querySelector('dialog[open]')) return
    const action = actionOf(pressOf(event))
    if (action && act(action)) event.preventDefault()
  }
  onMounted(() => {
    window.addEventListener('keydown', onKeydown)
  })
  onUnmounted(() => {
    window.removeEventListener('keydown', onKeydown)
  })
}

/** A press as the table of keys sees it. */
export function pressOf(event: KeyboardEvent): Press {
  return {
    key: event.key,
    shift: event.shiftKey,
    withModifier: event.ctrlKey || event.altKey || event.metaKey,
    isRepeat: event.repeat,
    on: focusOf(event.target),
  }
}

/** Marks a search field over a numbered list: what is typed while it is empty may choose from the list. */
export const LETS_NUMBERS = 'data-lets-numbers'

function focusOf(target: EventTarget | null): Press['on'] {
  if (!(target instanceof HTMLElement)) return 'page'
  if (target.isContentEditable || target.matches('textarea, select')) return 'text'
  if (target instanceof HTMLInputElement && target.hasAttribute(LETS_NUMBERS))
    return target.value === '' ? 'control' : 'text'
  if (target.matches('input'))
    return target.matches('[type=checkbox], [type=radio]') ? 'control' : 'text'
  return target.matches('button, a[href], summary') ? 'control' : 'page'
}
