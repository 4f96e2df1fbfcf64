// Tells whoever looks at an office that a threshold was crossed: in a strip that is read out, and, when
// they asked for it, by a sound and by the computer's own notification.
import { computed, shallowRef, watch, type Ref } from 'vue'
import type { AlertRow } from '#protocol'
import { recall, remember } from '../../../src/remembered.ts'
import { newAlerts } from './now.ts'

export function useAlerts(
  alerts: Readonly<Ref<readonly AlertRow[] | null>>,
  words: (alert: AlertRow) => string,
) {
  let known: ReadonlySet<string> | null = null
  const told = shallowRef<readonly string[]>([])
  const isLoud = shallowRef(recall('alerts') === 'on')

  watch(
    alerts,
    (now) => {
      if (!now) return
      const fresh = newAlerts(known, now)
      known = new Set([...(known ?? []), ...now.map(({ id }) => id)])
      if (fresh.length === 0) return
      told.value = [...fresh.map(({ id }) => id), ...told.value]
      if (isLoud.value) tellLoudly(fresh.map(words))
    },
    { immediate: true },
  )

  return {
    /** Those told of that still hold, the newest first. */
    shown: computed(() => (alerts.value ?? []).filter(({ id }) => told.value.includes(id))),
    isLoud,
    dismiss(): void {
      told.value = []
    },
    async setLoud(loud: boolean): Promise<void> {
      isLoud.value = loud
      remember('alerts', loud ? 'on' : 'off')
      if (!loud) return
      // Asked for by a press only; whoever refuses still hears the sound.
      if ('Notification' in window && Notification.permission === 'default')
        await Notification.requestPermission()
      chime()
    },
  }
}

function tellLoudly(texts: readonly string[]): void {
  chime()
  const mayShow = 'Notification' in window && Notification.permission === 'granted'
  const [first] = texts
  if (!mayShow || document.hasFocus() || first === undefined) return
  const notification = new Notification(first, {
    body: texts.slice(1).join('\n'),
    lang: document.documentElement.lang,
    tag: 'guichet-alert',
  })
  notification.onclick = () => {
    window.focus()
    notification.close()
  }
}

/** Two soft tones, the second higher. */
function chime(): void {
  const audio = new AudioContext()
  const tones = [523, 659]
  for (const [index, frequency] of tones.entries()) {
    const start = audio.currentTime + index * 0.18
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = frequency
    volume.gain.setValueAtTime(0.15, start)
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.5)
    tone.connect(volume).connect(audio.destination)
    tone.start(start)
    tone.stop(start + 0.5)
    if (index === tones.length - 1) tone.onended = () => void audio.close()
  }
}
