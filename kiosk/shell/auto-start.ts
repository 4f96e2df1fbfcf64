// Whether the program starts when the agent signs in to the computer: the system's own list.

/** What is used of Electron's `app`. */
export interface LoginItems {
  getLoginItemSettings(): { openAtLogin: boolean }
  setLoginItemSettings(settings: { openAtLogin: boolean }): void
}

export function autoStart(app: LoginItems) {
  return {
    isOn: (): boolean => app.getLoginItemSettings().openAtLogin,
    set: (isOn: boolean): void => app.setLoginItemSettings({ openAtLogin: isOn }),
  }
}

export type AutoStart = ReturnType<typeof autoStart>
