// What a chart is made of: how it is drawn, the same in one sentence, and the same as a table.
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type {
  AriaComponentOption,
  GridComponentOption,
  TooltipComponentOption,
} from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | AriaComponentOption
  | GridComponentOption
  | TooltipComponentOption
>

/** The figures behind a chart, as texts; the first column names the row. */
export interface ChartTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface Chart {
  readonly option: ChartOption
  /** What a look at it tells: read out in its place. */
  readonly description: string
  readonly table: ChartTable
  /** What its marks stand for, when there is more than one kind. */
  readonly legend?: readonly LegendEntry[]
}

export interface LegendEntry {
  readonly text: string
  readonly mark: 'bar' | 'line' | 'dashed' | 'area'
  readonly colour: string
}

/** The tokens of the page, in the form that a drawing takes. */
export const INK = {
  text: '#3a4653',
  line: '#d3d0c8',
  strong: '#6a7480',
  brand: '#10375e',
  soft: '#9db8d2',
  softest: '#e4ecf4',
  accent: '#b57800',
  danger: '#821717',
} as const

const FONT = "'BC Sans', 'Noto Sans', system-ui, sans-serif"
const TEXT = { color: INK.text, fontFamily: FONT, fontSize: 13 } as const

/** What every chart has in common: nothing moves, lines are thin, the description is heard. */
export function frame(description: string): ChartOption {
  return {
    animation: false,
    aria: { enabled: true, label: { description } },
    grid: { left: 8, right: 16, top: 20, bottom: 4, outerBoundsMode: 'same' },
    tooltip: {
      trigger: 'axis',
      confine: true,
      borderColor: INK.strong,
      textStyle: { ...TEXT, color: '#14212e' },
      axisPointer: { type: 'shadow' },
    },
    textStyle: TEXT,
  }
}

export const categoryAxis = (names: readonly string[], every?: number) => ({
  type: 'category' as const,
  data: [...names],
  axisTick: { show: false },
  axisLine: { lineStyle: { color: INK.strong } },
  axisLabel: {
    ...TEXT,
    hideOverlap: true,
    ...(every === undefined ? {} : { interval: every - 1 }),
  },
})

/** An axis that says what it measures, in the middle below it. */
export const named = <A extends object>(axis: A, name: string) => ({
  ...axis,
  ...{ name, nameLocation: 'middle' as const, nameGap: 26, nameTextStyle: TEXT },
})

export const valueAxis = (write: (value: number) => string) => ({
  type: 'value' as const,
  splitNumber: 4,
  minInterval: 1,
  axisLabel: { ...TEXT, formatter: write },
  splitLine: { lineStyle: { color: INK.line } },
})
