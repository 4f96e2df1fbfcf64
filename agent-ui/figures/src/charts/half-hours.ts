// A day by half hour of arrival, in two charts of one scale: how long people waited, against the target,
// and how many came and have been served by now.
import { lengthText } from '../composables/figure-text.ts'
import type { FigureVoice } from '../words.ts'
import { categoryAxis, frame, INK, valueAxis, type Chart } from './chart.ts'

const MINUTE = 60_000

export interface HalfHour {
  /** Its beginning, as people write it. */
  readonly name: string
  /** The same, short enough for an axis. */
  readonly short: string
  /** Waits of those who came in it and were called, ms; null: nobody was. */
  readonly p50: number | null
  readonly p80: number | null
  readonly max: number | null
  readonly arrived: number
  readonly served: number
  readonly left: number
}

const minutesOf = (length: number | null): number | null =>
  length === null ? null : Math.round((length / MINUTE) * 10) / 10

/**
 * `target`: the wait that is aimed at, ms; null: none. `tooLong`: how many still wait and are over it, whose
 * waits are in no half hour yet.
 */
export function waitsByHalfHour(
  halves: readonly HalfHour[],
  target: number | null,
  tooLong: number,
  voice: FigureVoice,
): Chart {
  const { say } = voice
  const worst = halves.reduce<HalfHour | null>(
    (most, half) => ((half.p80 ?? -1) > (most?.p80 ?? -1) ? half : most),
    null,
  )
  const over = target === null ? 0 : halves.filter(({ p80 }) => p80 !== null && p80 > target).length
  const ended =
    worst?.p80 == null
      ? [say('chart.waits.nothing')]
      : [
          say('chart.waits.worst', { time: worst.name, wait: lengthText(worst.p80) }),
          target === null
            ? ''
            : voice.count('chart.waits.over', over, { target: lengthText(target) }),
        ]
  const description = [...ended, tooLong > 0 ? voice.count('chart.waits.still', tooLong) : '']
    .filter(Boolean)
    .join(' ')
  // The target is drawn also above all bars: a line that is named must be there.
  const highest = Math.max(...halves.map(({ p50, p80 }) => Math.max(p50 ?? 0, p80 ?? 0)), 0)
  const top = target !== null && highest < target ? { max: target / MINUTE } : {}
  return {
    description,
    legend: [
      { text: say('chart.waits.p80'), mark: 'bar', colour: INK.soft },
      { text: say('chart.waits.p50'), mark: 'line', colour: INK.brand },
      ...(target === null || halves.length === 0
        ? []
        : [
            {
              text: say('chart.waits.target', { wait: lengthText(target) }),
              mark: 'dashed' as const,
              colour: INK.danger,
            },
          ]),
    ],
    table: {
      columns: [
        say('chart.halfHour'),
        say('chart.waits.p50'),
        say('chart.waits.p80'),
        say('chart.waits.max'),
      ],
      rows: halves.map(({ name, p50, p80, max }) => [
        name,
        lengthText(p50),
        lengthText(p80),
        lengthText(max),
      ]),
    },
    option: {
      ...frame(description),
      xAxis: categoryAxis(halves.map(({ short }) => short)),
      yAxis: { ...valueAxis((value) => lengthText(value * MINUTE)), ...top },
      series: [
        {
          type: 'bar',
          name: say('chart.waits.p80'),
          data: halves.map(({ p80 }) => minutesOf(p80)),
          barCategoryGap: '20%',
          itemStyle: { color: INK.soft },
          tooltip: { valueFormatter: inMinutes },
          ...(target === null ? {} : { markLine: targetLine(target) }),
        },
        {
          type: 'line',
          name: say('chart.waits.p50'),
          data: halves.map(({ p50 }) => minutesOf(p50)),
          symbolSize: 6,
          itemStyle: { color: INK.brand },
          lineStyle: { color: INK.brand, width: 2 },
          tooltip: { valueFormatter: inMinutes },
        },
      ],
    },
  }
}

const inMinutes = (value: unknown): string =>
  lengthText(typeof value === 'number' ? value * MINUTE : null)

const targetLine = (target: number) => ({
  silent: true,
  symbol: 'none',
  label: { show: false },
  lineStyle: { color: INK.danger, type: 'dashed' as const, width: 1.5 },
  data: [{ yAxis: target / MINUTE }],
})

export function peopleByHalfHour(halves: readonly HalfHour[], voice: FigureVoice): Chart {
  const { say, count } = voice
  const busiest = halves.reduce<HalfHour | null>(
    (most, half) => (half.arrived > (most?.arrived ?? 0) ? half : most),
    null,
  )
  const total = halves.reduce((sum, { arrived }) => sum + arrived, 0)
  const description = busiest
    ? count('chart.people.busiest', busiest.arrived, { time: busiest.name, total })
    : say('chart.people.nothing')
  return {
    description,
    legend: [
      { text: say('chart.people.arrived'), mark: 'bar', colour: INK.soft },
      { text: say('chart.people.served'), mark: 'line', colour: INK.brand },
    ],
    table: {
      columns: [
        say('chart.halfHour'),
        say('chart.people.arrived'),
        say('chart.people.served'),
        say('chart.people.left'),
      ],
      rows: halves.map(({ name, arrived, served, left }) => [
        name,
        String(arrived),
        String(served),
        String(left),
      ]),
    },
    option: {
      ...frame(description),
      xAxis: categoryAxis(halves.map(({ short }) => short)),
      yAxis: valueAxis(String),
      series: [
        {
          type: 'bar',
          name: say('chart.people.arrived'),
          data: halves.map(({ arrived }) => arrived),
          barCategoryGap: '20%',
          itemStyle: { color: INK.soft },
        },
        {
          type: 'line',
          name: say('chart.people.served'),
          data: halves.map(({ served }) => served),
          symbolSize: 6,
          itemStyle: { color: INK.brand },
          lineStyle: { color: INK.brand, width: 2 },
        },
      ],
    },
  }
}
