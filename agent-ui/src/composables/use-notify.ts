// Tells the agent through the computer's own notifications that someone has arrived. Asked for by a
// button only, and remembered on this computer. It says the ticket and the service, never a name.
import { computed, onUnmounted, shallowRef, watch } from 'vue'
import { recall, remember } from '../remembered.ts'
import { useWords } from '../i18n.ts'
import { bridge } from './bridge.ts'
import { arrivalBetween, glanceAt } from './notify.ts'
import type { DeskParts } from './use-desktop-program.ts'

export function useNotify({ desk, state, commands }: DeskParts) {
  const { say, locale } = useWords()
  const canNotify = 'Notification' in window && window.isSecureContext
  const isOn = shallowRef(
    canNotify && recall('notify') === 'on' && Notification.permission === 'granted',
  )
  let shown: { visit: string; notification: Notification } | null = null

  function close(): void {
    shown?.notification.close()
    shown = null
  }

  const glance = computed(() => glanceAt(desk.value, state.situation.value, state.mine.value))
  watch(glance, (now, before) => {
    // Called, or taken by a colleague: it is news no more.
    if (shown && !now.waiting.has(shown.visit)) close()
    const visit = isOn.value ? arrivalBetween(before, now, document.hasFocus()) : null
    if (!visit) return
    const service = desk.value.services.get(visit.service)?.name[locale.value] ?? visit.service
    const notification = new Notification(say('desktop.arrived', { ticket: visit.ticket }), {
      body: service,
      lang: locale.value,
      // Two windows of the same desk tell it once.
      tag: 'guichet-arrival',
    })
    notification.onclick = () => {
      window.focus()
      bridge()?.raise()
      close()
    }
    shown = { visit: visit.id, notification }
  })
  onUnmounted(close)

  return {
    canNotify,
    isOn,
    async toggle(): Promise<void> {
      if (!isOn.value && (await Notification.requestPermission()) !== 'granted') {
        commands.tell({ is: 'problem', saying: 'desktop.notifyRefused' })
        return
      }
      isOn.value = !isOn.value
      remember('notify', isOn.value ? 'on' : 'off')
      commands.tell({
        is: 'status',
        saying: isOn.value ? 'desktop.notifyOn' : 'desktop.notifyOff',
      })
    },
  }
}
