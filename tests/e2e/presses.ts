// The desk as hands work it: one press after another, each once the one before has been answered.
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { DOUBLE_WITHIN } from '../../agent-ui/src/composables/held-press.ts'

const lastPresses = new WeakMap<Page, { key: string; at: number }>()

/** Presses keys in turn, each once the one before is answered; the same one again as no double press. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.locator('[aria-keyshortcuts="Space"][aria-busy="false"]').waitFor()
    const last = lastPresses.get(page)
    const apart = last?.key === key ? DOUBLE_WITHIN + 20 - (performance.now() - last.at) : 0
    if (apart > 0) await page.waitForTimeout(apart)
    await page.keyboard.press(key)
    lastPresses.set(page, { key, at: performance.now() })
  }
}

/** The large button, while it says `name`. */
export function primaryButton(page: Page, name: RegExp): Locator {
  return page.getByRole('button', { name }).and(page.locator('[aria-keyshortcuts="Space"]'))
}

/** Waits until the large button says `name`: the situation at the counter. */
export async function primary(page: Page, name: RegExp): Promise<void> {
  await primaryButton(page, name).waitFor()
}

/** Waits for a dialog called `name`; answers it. */
export async function dialog(page: Page, name: RegExp): Promise<Locator> {
  const open = page.getByRole('dialog', { name })
  await open.waitFor()
  return open
}

/** Waits until no dialog is open, and holds the page to it that the focus is somewhere to be seen. */
export async function backFromDialog(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('dialog[open]') === null)
  await expectFocus(page)
}

/** The focus is on something in view, and whatever can be pressed shows that it has it. */
export async function expectFocus(page: Page): Promise<void> {
  const focus = await page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const { outlineStyle, boxShadow } = getComputedStyle(element)
    const { width, height } = element.getBoundingClientRect()
    return {
      what: element.outerHTML.slice(0, 120),
      isLost: element === document.body || width * height === 0,
      isShown: element.matches('h1, h2') || outlineStyle !== 'none' || boxShadow !== 'none',
    }
  })
  assert.ok(!focus.isLost, `the focus is lost: ${focus.what}`)
  assert.ok(focus.isShown, `the focus is not shown: ${focus.what}`)
}

/** Presses Tab (or Shift+Tab) until `target` has the focus; fails after a screenful. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never reaches ${target.toString()}`)
}
