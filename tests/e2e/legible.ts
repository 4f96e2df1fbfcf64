// How well a screen can be read from afar: as the browser has laid it out and coloured it.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** Contrast of every text that is seen with what is behind it, as WCAG 2 measures it. */
export async function expectContrast(page: Page, least: number): Promise<void> {
  // What runs the tests names the functions within a function by one of its own.
  await page.evaluate('globalThis.__name ??= (named) => named')
  const pale = await page.evaluate(palerThan, least)
  assert.deepEqual(pale, [], `text with less contrast than ${least}:1`)
}

/** Height of the digits of the call that fills the eye, as parts of the screen's. */
export function digitsOfCall(page: Page): Promise<number> {
  return page.evaluate(() => {
    const ticket = document.querySelector('.current .ticket')
    const context = document.createElement('canvas').getContext('2d')
    if (!ticket || !context) return 0
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(ticket)
    context.font = `${fontWeight} ${fontSize} ${fontFamily}`
    const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText('1')
    return (actualBoundingBoxAscent + actualBoundingBoxDescent) / innerHeight
  })
}

/** No text runs out of the screen or out of its place. */
export async function expectAllInSight(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!node.textContent?.trim() || !parent?.checkVisibility()) continue
      // For screen readers only.
      if (parent.closest('.announcement, .words, .alt, h2')?.clientWidth === 1) continue
      range.selectNodeContents(node)
      for (const { left, right, top, bottom } of range.getClientRects()) {
        const isIn = left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1
        if (!isIn) found.push(node.textContent.trim())
      }
      const place = parent.closest('li, td, section, aside, header')?.getBoundingClientRect()
      const text = range.getBoundingClientRect()
      if (place && (text.left < place.left - 1 || text.right > place.right + 1)) {
        found.push(`${node.textContent.trim()} out of its place`)
      }
    }
    return found
  })
  assert.deepEqual(beyond, [], 'text out of sight')
}

function palerThan(least: number): string[] {
  const channels = (colour: string): number[] => colour.match(/[\d.]+/g)?.map(Number) ?? []
  const luminance = ([red = 0, green = 0, blue = 0]: number[]): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((each) => {
      const part = each / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ground = (element: Element | null): number[] => {
    if (!element) return [255, 255, 255]
    const colour = channels(getComputedStyle(element).backgroundColor)
    return colour.length === 3 || colour[3] === 1 ? colour : ground(element.parentElement)
  }
  const pale: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!node.textContent?.trim() || !parent?.checkVisibility()) continue
    const [light = 0, dark = 0] = [
      luminance(channels(getComputedStyle(parent).color)),
      luminance(ground(parent)),
    ].toSorted((a, b) => b - a)
    const contrast = (light + 0.05) / (dark + 0.05)
    if (contrast < least) pale.push(`${node.textContent.trim()}: ${contrast.toFixed(2)}`)
  }
  return pale
}
