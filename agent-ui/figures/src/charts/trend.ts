// One figure over time, and the same of the period it is compared with.
import type { FigureVoice } from '../words.ts'
import { categoryAxis, frame, INK, valueAxis, type Chart } from './chart.ts'

export interface TrendPoint {
  readonly name: string
  readonly short: string
  readonly now: number | null
  readonly before: number | null
}

export interface TrendWords {
  readonly figure: string
  readonly now: string
  /** Null: compared with nothing. */
  readonly before: string | null
  /** What a look at it tells; absent: the first and the last. */
  readonly told?: string
  /** A share: the scale ends at all of them. */
  readonly isShare?: boolean
}

/** `write` makes a text of a value in the chart's own unit. */
export function trendOf(
  points: readonly TrendPoint[],
  { figure, now, before, told, isShare = false }: TrendWords,
  write: (value: number | null) => string,
  { say }: FigureVoice,
): Chart {
  const known = points.filter((point) => point.now !== null)
  const [first, last] = [known[0], known.at(-1)]
  const description =
    first && last
      ? (told ??
        say('chart.trend.told', {
          figure,
          ...{ from: first.name, first: write(first.now) },
          ...{ to: last.name, last: write(last.now) },
        }))
      : say('chart.trend.nothing')
  const line = (name: string, data: (number | null)[], colour: string, isDashed: boolean) => ({
    type: 'line' as const,
    name,
    data,
    symbolSize: points.length > 40 ? 0 : 6,
    itemStyle: { color: colour },
    lineStyle: {
      color: colour,
      width: 2,
      type: isDashed ? ('dashed' as const) : ('solid' as const),
    },
    tooltip: {
      valueFormatter: (value: unknown) => write(typeof value === 'number' ? value : null),
    },
  })
  return {
    description,
    legend: [
      { text: now, mark: 'line', colour: INK.brand },
      ...(before === null ? [] : [{ text: before, mark: 'dashed' as const, colour: INK.strong }]),
    ],
    table: {
      columns: [say('chart.trend.when'), now, ...(before === null ? [] : [before])],
      rows: points.map((point) => [
        point.name,
        write(point.now),
        ...(before === null ? [] : [write(point.before)]),
      ]),
    },
    option: {
      ...frame(description),
      xAxis: categoryAxis(points.map(({ short }) => short)),
      yAxis: {
        // A scale needs no decimal of nought.
        ...valueAxis((value) => write(value).replace(/[.,]0(?=\D)/, '')),
        minInterval: 0,
        ...(isShare && { max: 1, interval: 0.25 }),
      },
      series: [
        ...(before === null
          ? []
          : [
              line(
                before,
                points.map((point) => point.before),
                INK.strong,
                true,
              ),
            ]),
        line(
          now,
          points.map((point) => point.now),
          INK.brand,
          false,
        ),
      ],
    },
  }
}
