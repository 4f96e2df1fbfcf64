// The pictures of the kiosk: every step in both languages, on a standing screen and on a lying one,
// and the ways to look at it that people can choose.
import type { Page } from 'playwright-core'
import type { Screens } from './screens.ts'

type Take = (page: Page, name: string) => Promise<void>

const SIZES = [
  ['', { width: 1080, height: 1920 }],
  ['-wide', { width: 1920, height: 1080 }],
] as const

const WORDS = {
  en: {
    language: 'English',
    search: 'Search',
    back: 'Back',
    category: 'Driving',
    service: /^Driver’s licence/,
    name: /^Leave your name/,
    done: 'Done',
    help: 'Help and display',
    modes: ['High contrast', 'Larger text', 'Controls lower down'],
    take: 'Get my number',
    chooseOther: 'Choose another service',
  },
  fr: {
    language: 'Français',
    search: 'Chercher',
    back: 'Retour',
    category: 'Conduite',
    service: /^Permis de conduire\s?:/,
    name: /^Laisser votre prénom/,
    done: 'Terminé',
    help: 'Aide et affichage',
    modes: ['Contraste élevé', 'Texte plus gros', 'Commandes plus bas'],
    take: 'Prendre mon numéro',
    chooseOther: 'Choisir un autre service',
  },
} as const

/** Of an office where people have come already: what is asked for most is known. */
export async function takeKioskPictures(screens: Screens, take: Take): Promise<void> {
  for (const [size, viewport] of SIZES) {
    for (const language of ['en', 'fr'] as const) {
      const kiosk = await screens.kiosk({ viewport })
      await walk(kiosk, language, (step) => {
        const name = step === 'welcome' ? step : `${step}-${language}`
        return step === 'welcome' && language === 'fr'
          ? Promise.resolve()
          : take(kiosk, `kiosk-${name}${size}`)
      })
      await kiosk.context().close()
    }
  }
  await takeKioskBadDays(screens, take)
}

/** Left alone; a service stopped while somebody chooses it; cut off; closed. */
async function takeKioskBadDays(screens: Screens, take: Take): Promise<void> {
  const manager = await screens.office.signIn('manager.victoria')
  for (const language of ['en', 'fr'] as const) {
    const words = WORDS[language]
    const kiosk = await screens.kiosk()
    const tap = (name: string | RegExp) => kiosk.getByRole('button', { name }).last().tap()
    const at = (state: string) => take(kiosk, `kiosk-${state}-${language}`)
    const choose = async () => {
      await tap(words.language)
      await tap(words.category)
      await tap(words.service)
    }

    await choose()
    await manager.stopIntake('victoria', { service: 'driver-licence', reason: 'system-down' })
    await kiosk.getByRole('button', { name: words.chooseOther }).waitFor()
    await at('stopped-service')
    await manager.resumeIntake('victoria', { service: 'driver-licence' })
    await kiosk.getByRole('button', { name: words.take }).waitFor()
    await kiosk.clock.install()
    await kiosk.clock.runFor(31_000)
    await at('idle')
    await kiosk.clock.runFor(21_000)
    await kiosk.clock.resume()
    await choose()
    await kiosk.context().setOffline(true)
    await tap(words.take)
    await kiosk.getByRole('heading', { name: /K\d+-\d+/ }).waitFor()
    await at('cut-off')
    await kiosk.context().close()
  }
  await manager.stopIntake('victoria', { reason: 'full' })
  const closed = await screens.kiosk()
  await closed.getByText(/No more numbers/).waitFor()
  await take(closed, 'kiosk-stopped')
  await closed.context().close()
  await manager.resumeIntake('victoria', {})
}

async function walk(
  kiosk: Page,
  language: 'en' | 'fr',
  at: (step: string) => Promise<void>,
): Promise<void> {
  const words = WORDS[language]
  const tap = (name: string | RegExp) => kiosk.getByRole('button', { name }).last().tap()
  const change = async (modes: readonly string[]) => {
    await tap(words.help)
    for (const mode of modes) await tap(mode)
    await tap(words.done)
  }
  const [contrast, larger, reach] = words.modes

  await kiosk.getByRole('button', { name: words.language }).waitFor()
  await at('welcome')
  await tap(words.language)
  await at('services')
  await tap(words.search)
  for (const letter of 'per') {
    await kiosk.getByRole('button', { name: letter, exact: true }).tap()
  }
  await at('search')
  await tap(words.back)
  await tap(words.category)
  await at('category')
  await tap(words.service)
  await at('confirm')
  await tap(words.name)
  await at('name')
  await tap(words.done)
  await tap(words.help)
  await at('help')
  await tap(words.done)
  await change([contrast, larger])
  await at('contrast')
  await change([contrast, larger, reach])
  await at('reach')
  await change([reach])
  await tap(words.take)
  await kiosk.getByRole('heading', { name: /A0/ }).waitFor()
  await at('ticket')
}
