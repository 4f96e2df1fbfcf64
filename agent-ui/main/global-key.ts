// The key that calls next while another program has the focus. It is only told to the page, which
// knows what the press means just now.

/** What is used of Electron's `globalShortcut`. */
export interface KeyHolder {
  register(accelerator: string, pressed: () => void): boolean
}

/** Answers the key that is held; null: none was wanted, or another program holds it, or it is none. */
export function holdKey(
  keys: KeyHolder,
  wanted: string | null,
  pressed: () => void,
): string | null {
  if (wanted === null) return null
  try {
    return keys.register(wanted, pressed) ? wanted : null
  } catch {
    // Electron throws at what is no accelerator.
    return null
  }
}
