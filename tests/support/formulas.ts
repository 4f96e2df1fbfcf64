/** Texts that a spreadsheet would take for formulas, and some run a program by. */
export const FORMULAS: readonly string[] = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '=cmd|"/C calc"!A0'],
]
