// A note edited in place, while colleagues may edit the same one. Nobody's words are overwritten
// unseen: what they wrote meanwhile is shown, and can be kept with one's own.

export const NOTE_LENGTH = 1_000

export interface NoteEdit {
  /** The note when editing began. */
  readonly base: string
  readonly mine: string
}

/** Whether saving `edit` over the note as it is now (`theirs`) would lose what somebody wrote. */
export function isOverwriting(edit: NoteEdit, theirs: string): boolean {
  return theirs !== edit.base && theirs !== edit.mine.trim() && theirs !== ''
}

/** Whether there is anything to save. */
export function isChanged(edit: NoteEdit, theirs: string): boolean {
  return edit.mine.trim() !== edit.base && edit.mine.trim() !== theirs
}

/** Both notes, theirs first; cut to the length that a note may have. */
export function keepBoth(edit: NoteEdit, theirs: string): string {
  return `${theirs}\n${edit.mine.trim()}`.slice(0, NOTE_LENGTH)
}
