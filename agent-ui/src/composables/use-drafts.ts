// What is being written on the desk and not saved yet. It is saved before the person it is about
// goes on, so that nobody's half sentence is lost to a key press.

export interface Drafts {
  /** Adds something to be saved before the next step; answers how to take it away again. */
  add(save: () => Promise<void>): () => void
  saveAll(): Promise<void>
}

export function createDrafts(): Drafts {
  const saves = new Set<() => Promise<void>>()
  return {
    add(save) {
      saves.add(save)
      return () => saves.delete(save)
    },
    async saveAll() {
      for (const save of saves) await save()
    },
  }
}
