// The mark in the tray: how the desk is, at a glance, and the way back to it.
import type { MenuItemConstructorOptions } from 'electron'
import type { AutoStart } from '../../kiosk/shell/auto-start.ts'
import type { DeskNews, Shape, ShownState } from '../bridge.ts'
import { WORDS } from './words.ts'

/** What is used of Electron's `Tray`, with its image and menu made where Electron is. */
export interface TrayMark {
  on(event: 'click', listener: () => void): unknown
  setToolTip(text: string): void
  showState(state: ShownState): void
  showMenu(items: MenuItemConstructorOptions[]): void
}

export interface TrayDeeds {
  readonly autoStart: AutoStart
  raise(): void
  wantShape(shape: Shape): void
  quit(): void
}

/** Answers how to tell the tray what is new. */
export function fillTray(mark: TrayMark, deeds: TrayDeeds) {
  let language: DeskNews['language'] = 'en'

  function showMenu(): void {
    const words = WORDS[language]
    const shape = (wanted: Shape): MenuItemConstructorOptions => ({
      label: words[wanted],
      click() {
        deeds.wantShape(wanted)
        deeds.raise()
      },
    })
    mark.showMenu([
      shape('desk'),
      shape('bar'),
      { type: 'separator' },
      {
        label: words.autoStart,
        type: 'checkbox',
        checked: deeds.autoStart.isOn(),
        click: ({ checked }) => deeds.autoStart.set(checked),
      },
      { label: words.quit, click: () => deeds.quit() },
    ])
  }

  function tell(news: DeskNews): void {
    mark.setToolTip(news.text === '' ? 'Guichet' : `Guichet · ${news.text}`)
    mark.showState(news.state)
    if (news.language === language) return
    language = news.language
    showMenu()
  }

  mark.on('click', () => deeds.raise())
  showMenu()
  tell({ state: 'signed-out', text: '', language })
  return {
    tell,
    tellUnreachable: (): void =>
      tell({ state: 'not-live', text: WORDS[language].unreachable, language }),
  }
}
