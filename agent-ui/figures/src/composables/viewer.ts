// Who looks at the figures, and what the pages ask the server with.
import { inject, provide, type InjectionKey } from 'vue'
import { mayAs, type Api, type Language, type Me } from '#protocol'
import { ownPage, seesOnlyOwn } from './own.ts'

export interface Viewer {
  readonly api: Api
  readonly me: Me
  /** To be called when the server no longer knows who this is. */
  sessionEnded(): void
}

const KEY: InjectionKey<Viewer> = Symbol('viewer')

export function provideViewer(viewer: Viewer): void {
  provide(KEY, viewer)
}

export function useViewer(): Viewer {
  const viewer = inject(KEY)
  if (!viewer) throw new Error('nobody was said to look')
  return viewer
}

/** Whether this page has anything to show to somebody: others are sent to the desk. */
export const maySeeFigures = (me: Me): boolean =>
  mayAs(me.role, 'see-figures') ||
  mayAs(me.role, 'see-cost') ||
  (seesOnlyOwn(me) && ownPage(me) !== null)

/** Where somebody's figures begin: one office, or all of theirs. */
export function homeOf(me: Me): { name: string; params?: { office: string } } {
  const own = seesOnlyOwn(me) ? ownPage(me) : null
  if (own) return own
  if (!mayAs(me.role, 'see-figures')) return { name: 'cost' }
  const [only, ...others] = me.offices
  return only && others.length === 0
    ? { name: 'now', params: { office: only.code } }
    : { name: 'province' }
}

/** An office by its name; one that is not theirs by its code. */
export function officeName(me: Me, code: string, language: Language): string {
  return me.offices.find((office) => office.code === code)?.name[language] ?? code
}
