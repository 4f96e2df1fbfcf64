// A drawn ticket as the printer takes it: one bit a dot. A dot is black or it is not: letters with
// edges of grey dots would print ragged.
import type { Raster } from '../../bridge.ts'

interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue and opacity of each pixel, row by row, on white. */
  readonly data: ArrayLike<number>
}

const HALF = 128

/** `width` is a multiple of 8. */
export function toRaster({ width, height, data }: Pixels): Raster {
  const bits = new Uint8Array((width / 8) * height)
  for (let dot = 0; dot < width * height; dot += 1) {
    const [red = 255, green = 255, blue = 255] = [
      data[4 * dot],
      data[4 * dot + 1],
      data[4 * dot + 2],
    ]
    const light = 0.299 * red + 0.587 * green + 0.114 * blue
    if (light < HALF) bits[dot >> 3] = (bits[dot >> 3] ?? 0) | (0x80 >> (dot & 7))
  }
  return { width, height, bits }
}

export function rasterOf(canvas: HTMLCanvasElement): Raster {
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser cannot draw')
  return toRaster(pen.getImageData(0, 0, canvas.width, canvas.height))
}
