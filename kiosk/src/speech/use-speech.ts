// The kiosk worked by five keys and heard: which key does what, and what is said as the focus moves
// and the steps change. It speaks from the first time that the keys ask for it until the person is
// over. The page cannot see whether a headset is there: an audio pad sends a key when it is plugged in.
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { LANGUAGES, type Api, type KioskOffice, type Language } from '#protocol'
import { cacheKeeper } from './cache-keeper.ts'
import { asksForSpeech, keyCodes, nextPlace, type FiveKey } from './five-keys.ts'
import { characters, keyOf, wordingOf, wordsOfOffice, type Sentence } from './sentences.ts'
import { createSoundLibrary, spell, type Prepared } from './sound-library.ts'
import { audioPlayer, createSpeaker } from './speaker.ts'
import { PRESSABLE, wordsAround, wordsOf } from './spoken-text.ts'

export interface SpeechOptions {
  readonly api: Pick<Api, 'speech'>
  readonly officeCode: string
  readonly office: Ref<Pick<KioskOffice, 'name' | 'categories' | 'services'> | null>
  onBack(): void
  onHelp(): void
}

/** In this kiosk's address: it has an audio pad, so that its sounds are made ready when it starts. */
const AHEAD = 'speech'
/** Without a key for so long, whoever asked to be spoken to has gone, ms. */
const SILENCE = 3 * 60_000

export function useSpeech({ api, officeCode, office, onBack, onHelp }: SpeechOptions) {
  const { t, messages } = useI18n()
  const codes = keyCodes(location.search)
  const keeper = cacheKeeper(isSecureContext ? caches : null)
  const library = createSoundLibrary(api, officeCode, keeper)
  const speaker = createSpeaker(audioPlayer(keeper.locate))
  const isSpeaking = ref(false)
  const isUnavailable = ref(false)
  let preparing: Promise<void> | null = null
  let silence: ReturnType<typeof setTimeout> | undefined
  /** What is to be said now: the last thing asked for. */
  let saying: readonly Sentence[] | null = null
  /** The step or dialog that was said last. */
  let place: Element | null = null

  function everything(): Sentence[] {
    const own = wordsOfOffice(
      office.value ?? { name: { en: '', fr: '' }, categories: [], services: [] },
    )
    return LANGUAGES.flatMap((language) => [
      ...wordingOf(messages.value[language] ?? {}, language, (key, n) =>
        t(key, n, { locale: language }),
      ),
      ...own.map((each) => ({ language, text: each[language] })),
      ...characters().map((text) => ({ language, text })),
    ]).filter(({ text }) => text.trim() !== '')
  }

  /** What is said first: how it works, and what stands on the screen now. */
  const first = (): Sentence[] => [
    ...LANGUAGES.map((language) => ({ language, text: words(language).begin })),
    ...wordsAround(document.body),
    ...[...document.querySelectorAll(PRESSABLE)].flatMap((each) => wordsOf(each, words)),
  ]

  /** Ready to speak; the rest goes on being made. */
  function prepare(): Promise<void> {
    preparing ??= (async () => {
      await library.recall().catch(() => undefined)
      note(await library.prepare(first()))
      void library.prepare(everything()).then(note)
    })()
    return preparing
  }
  function note(result: Prepared): void {
    isUnavailable.value = result === 'unavailable' || (result !== 'ready' && library.isEmpty())
    // The next person who asks has it tried again.
    if (result !== 'ready') preparing = null
  }

  /** What is fixed wording and has no sound yet is made first; names that people wrote are not. */
  async function say(sentences: readonly Sentence[]): Promise<void> {
    speaker.stop()
    saying = sentences
    const fixed = new Set(everything().map(keyOf))
    const parts = sentences.flatMap((each) => [each, ...spell(each)])
    const missing = parts.filter(
      (each) => fixed.has(keyOf(each)) && library.soundsOf(each).length === 0,
    )
    if (missing.length > 0) await library.prepare(missing)
    if (saying !== sentences) return
    await speaker.say(sentences.flatMap((each) => library.soundsOf(each)))
  }

  function sayFocus(): void {
    const focused = document.activeElement
    if (!isSpeaking.value || !focused || focused === document.body) return
    const now = focused.closest('dialog') ?? document.querySelector('main h1')
    const isNew = now !== place
    place = now
    const around = isNew && now ? wordsAround(now.matches('dialog') ? now : whole(now)) : []
    void say([...around, ...(focused.matches('h1') ? [] : wordsOf(focused, words))])
  }
  const whole = (heading: Element): Element => heading.closest('main') ?? heading
  const words = (language: Language) => ({
    begin: t('speech.begin', {}, { locale: language }),
    chosen: t('speech.chosen', {}, { locale: language }),
    notChosen: t('speech.notChosen', {}, { locale: language }),
    writeHere: t('speech.writeHere', {}, { locale: language }),
  })

  /** The first of the five keys: how it works, then the step. Sounds come as soon as they are made. */
  async function begin(): Promise<void> {
    isSpeaking.value = true
    const nothingYet: Sentence[] = []
    saying = nothingYet
    await prepare()
    // Meanwhile they have gone on, or away.
    if (saying !== nothingYet) return
    const language: Language = document.documentElement.lang === 'fr' ? 'fr' : 'en'
    const step = document.querySelector('dialog[open]') ?? document.querySelector('main')
    place = step?.matches('dialog') ? step : document.querySelector('main h1')
    const how = { language, text: words(language).begin }
    await say([how, ...(step ? wordsAround(step) : [])])
  }

  function end(): void {
    isSpeaking.value = false
    isUnavailable.value = false
    place = null
    saying = null
    speaker.stop()
  }

  function onKey(event: KeyboardEvent): void {
    const key = codes.get(event.code)
    if (!key || event.altKey || event.ctrlKey || event.metaKey) return
    const isWriting = event.target instanceof HTMLInputElement
    if (isWriting && event.code === 'Backspace' && event.target.value !== '') return
    if (!isSpeaking.value && !asksForSpeech(key)) return
    event.preventDefault()
    clearTimeout(silence)
    silence = setTimeout(end, SILENCE)
    if (event.repeat) return
    if (isSpeaking.value) obey(key)
    else void begin()
  }

  function obey(key: FiveKey): void {
    const dialog = document.querySelector<HTMLDialogElement>('dialog[open]')
    if (key === 'up' || key === 'down') move(key, dialog ?? document.body)
    else if (key === 'choose') chooseFocused()
    else if (key === 'help' && !dialog) onHelp()
    else if (dialog) dialog.dispatchEvent(new Event('cancel', { cancelable: true }))
    else onBack()
  }

  addEventListener('keydown', onKey, { capture: true })
  addEventListener('focusin', sayFocus)
  // Whoever touches the screen does not listen to it.
  addEventListener('pointerdown', end)
  onScopeDispose(() => {
    removeEventListener('keydown', onKey, { capture: true })
    removeEventListener('focusin', sayFocus)
    removeEventListener('pointerdown', end)
    clearTimeout(silence)
    speaker.stop()
  })
  if (new URLSearchParams(location.search).has(AHEAD)) {
    watch(office, (is, was) => is && !was && void prepare(), { immediate: true })
  }
  return { isSpeaking, isUnavailable, end }
}

function move(key: 'up' | 'down', within: Element): void {
  const all = [...within.querySelectorAll<HTMLElement>(PRESSABLE)].filter((each) =>
    each.checkVisibility({ visibilityProperty: true }),
  )
  const focused = document.activeElement
  const before = all.filter(
    (each) =>
      focused !== null &&
      Boolean(each.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING),
  ).length
  const from = all.findIndex((each) => each === focused)
  const next = nextPlace(key, all.length, from, before)
  if (next !== null) all[next]?.focus()
}

function chooseFocused(): void {
  const focused = document.activeElement
  if (focused instanceof HTMLInputElement) focused.form?.requestSubmit()
  else if (focused instanceof HTMLElement && focused.matches(PRESSABLE)) focused.click()
}
