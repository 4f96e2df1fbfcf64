// The parts of ECharts that the charts use, and no others; loaded when the first chart is drawn.
import { BarChart, LineChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// SVG stays sharp at every zoom and on paper.
use([
  ...[BarChart, LineChart],
  ...[AriaComponent, GridComponent, MarkLineComponent, TooltipComponent],
  SVGRenderer,
])

export { init }
