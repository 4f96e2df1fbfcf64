// A file as somebody's spreadsheet wrote it: UTF-8, or the older Windows letters that Excel still uses.

/** Longest file that is sent, in characters: as the server takes it. */
export const LONGEST_FILE = 150_000

export function csvText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
