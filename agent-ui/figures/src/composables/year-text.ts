// A year beside the one before, in a sentence: what is not known of either is left out.
import type { Language } from '#protocol'
import type { FigureVoice } from '../words.ts'
import { changeText, countText, shareText, UNKNOWN } from './figure-text.ts'

interface Years {
  readonly now: number | null
  /** Null: not known. */
  readonly before: number | null
}

/** Of people served, a count; within target, a share from 0 to 1. */
export function yearText(
  figure: 'served' | 'withinTarget',
  { now, before }: Years,
  { say, language }: Pick<FigureVoice, 'say'> & { readonly language: Language },
): string {
  const text = figure === 'served' ? countText : shareText
  const change = changeText(now, before, language)
  const named = { now: text(now, language) }
  if (figure === 'served')
    return change === UNKNOWN
      ? say('province.servedAlone', named)
      : say('province.served', { ...named, change })
  return before === null
    ? say('province.withinAlone', named)
    : say('province.withinYear', { ...named, before: text(before, language) })
}
