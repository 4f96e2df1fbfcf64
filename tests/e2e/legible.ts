// How well a screen can be read from afar: as the browser has laid it out and coloured it.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** Contrast of every text that is seen with what is behind it, as WCAG 2 measures it. */
export async function expectContrast(page: Page, least: number): Promise<void> {
  const pale = (await contrasts(page)).filter(({ contrast }) => contrast < least)
  const told = pale.map(({ text, contrast }) => `${text}: ${contrast.toFixed(2)}`)
  assert.deepEqual(told, [], `text with less contrast than ${least}:1`)
}

/** The least contrast of any text that is seen, as WCAG 2 measures it: 1 to 21. */
export async function leastContrast(page: Page): Promise<number> {
  return Math.min(...(await contrasts(page)).map(({ contrast }) => contrast))
}

async function contrasts(page: Page): Promise<{ text: string; contrast: number }[]> {
  // What runs the tests names the functions within a function by one of its own.
  await page.evaluate('globalThis.__name ??= (named) => named')
  return page.evaluate(contrastOfTexts)
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

/** From right to left too, a sentence of ours begins at its left and ends with its own full stop. */
export async function expectSentencesWhole(page: Page): Promise<void> {
  const torn = await page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trimEnd() ?? ''
      if (!/[.?!…:]$/.test(text) || !node.parentElement?.checkVisibility()) continue
      const of = (at: number): DOMRect => {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        return range.getBoundingClientRect()
      }
      const [letter, stop] = [of(text.length - 2), of(text.length - 1)]
      if (letter.width > 0 && stop.left < letter.right - 1) found.push(text.trim())
    }
    return found
  })
  assert.deepEqual(torn, [], 'sentences with their end on the wrong side')
}

function contrastOfTexts(): { text: string; contrast: number }[] {
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
  const found: { text: string; contrast: number }[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    const text = node.textContent?.trim()
    if (!text || !parent?.checkVisibility()) continue
    const [light = 0, dark = 0] = [
      luminance(channels(getComputedStyle(parent).color)),
      luminance(ground(parent)),
    ].toSorted((a, b) => b - a)
    found.push({ text, contrast: (light + 0.05) / (dark + 0.05) })
  }
  return found
}
