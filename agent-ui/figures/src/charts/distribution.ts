// How waits are spread: how many ended within each stretch of minutes, and where the target lies.
import { countText, shareText } from '../composables/figure-text.ts'
import type { Language } from '#protocol'
import type { FigureVoice } from '../words.ts'
import { categoryAxis, frame, INK, named, valueAxis, type Chart } from './chart.ts'

export interface Stretch {
  /** Minutes; it includes its start and not its end. */
  readonly from: number
  /** Null: without end. */
  readonly to: number | null
  readonly count: number
}

/** `target`: minutes; stretches that begin at it or later are drawn as beyond it. */
export function spreadOfWaits(
  stretches: readonly Stretch[],
  target: number | null,
  language: Language,
  { say }: FigureVoice,
): Chart {
  const total = stretches.reduce((sum, { count }) => sum + count, 0)
  const most = stretches.reduce<Stretch | null>(
    (found, each) => (each.count > (found?.count ?? 0) ? each : found),
    null,
  )
  const nameOf = ({ from, to }: Stretch): string =>
    to === null ? say('chart.spread.over', { from }) : say('chart.spread.between', { from, to })
  const shareOf = (count: number): string => shareText(total === 0 ? null : count / total, language)
  const description = most
    ? say('chart.spread.most', { stretch: nameOf(most), share: shareOf(most.count) })
    : say('chart.spread.nothing')
  return {
    description,
    table: {
      columns: [say('chart.spread.wait'), say('chart.spread.visits'), say('chart.spread.share')],
      rows: stretches.map((each) => [
        nameOf(each),
        countText(each.count, language),
        shareOf(each.count),
      ]),
    },
    option: {
      ...frame(description),
      xAxis: named(
        categoryAxis(stretches.map(({ from, to }) => (to === null ? `${from}+` : `${from}–${to}`))),
        say('chart.spread.axis'),
      ),
      yAxis: valueAxis((value) => countText(value, language)),
      series: [
        {
          type: 'bar',
          name: say('chart.spread.visits'),
          barCategoryGap: '8%',
          data: stretches.map(({ from, count }) => ({
            value: count,
            itemStyle: { color: target !== null && from >= target ? '#b4685f' : INK.soft },
          })),
        },
      ],
    },
  }
}
