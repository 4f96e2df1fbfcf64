// Between two names in one line.

/** The dot stays with what is before it: no line begins with it. */
export const BETWEEN = '\u00a0· '
