// Text as people mean it, whatever they type: how searches and names are compared.

/** Small letters, without accents, ligatures and the signs between words: « l’État » → « l etat ». */
export function bareText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
