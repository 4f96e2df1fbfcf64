// The few things this computer remembers about its desk. Where storage is refused, nothing is
// remembered and everything still works.

type Remembered = 'language' | 'office' | 'keys' | 'notify' | 'alerts'

export function recall(what: Remembered): string | null {
  try {
    return localStorage.getItem(`guichet.desk.${what}`)
  } catch {
    return null
  }
}

export function remember(what: Remembered, value: string): void {
  try {
    localStorage.setItem(`guichet.desk.${what}`, value)
  } catch {
    // A computer that keeps nothing is asked again next time.
  }
}
