// Parts of the page by name, and what a test waits for on it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { settled } from './window.mjs'

/** A day of the example on which its story is told. */
export const DAY = '2022-02-16'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const headline = (page) => page.locator('#picture [data-evidence=headline]').first()
export const drawer = (page) => page.locator('dialog.drawer[open]')

/** Waits until a question to the page is answered with yes. */
export const until = (page, question, value) => page.waitForFunction(question, value)

/** The query of the page's address. */
export const query = (page) => new URL(page.url()).searchParams

/** Waits until the address has a value under a key, or nothing where it is null. */
export const untilQuery = (page, key, value) =>
  until(page, ([key, value]) => new URLSearchParams(location.search).get(key) === value, [key, value])

/** Goes through the page, so that all of it is made, and back to its start; a section notices a moment later that it is in view. */
export async function scrollThrough(page) {
  const ids = await page.locator('main section[id]').evaluateAll((all) => all.map((one) => one.id))
  for (const id of ids) {
    await page.evaluate((id) => document.getElementById(id).scrollIntoView(), id)
    await settled(page)
    await until(page, (id) => document.querySelector(`#${id}[data-section][aria-busy=false] .section-body > *`) !== null, id)
  }
  await page.evaluate(() => scrollTo(0, 0))
  await settled(page)
}

/** The number that a section's line of counts begins with, once it is there. */
export async function countOf(page, id) {
  const handle = await page.waitForFunction((id) => {
    const section = document.querySelector(`#${id}[data-section][aria-busy=false]`)
    return /^[\d,]+/.exec(section?.querySelector('.section-count')?.textContent ?? '')?.[0]
  }, id)
  return Number((await handle.jsonValue()).replace(/,/g, ''))
}

/** Waits until the number that a section's line of counts begins with is as wanted. */
export const untilCount = (page, id, wanted) =>
  until(
    page,
    ([id, wanted]) => {
      const section = document.querySelector(`#${id}[data-section][aria-busy=false]`)
      return (section?.querySelector('.section-count')?.textContent ?? '').replace(/,/g, '').startsWith(`${wanted} `)
    },
    [id, wanted],
  )

/** The width that the page takes, which is the window's where nothing scrolls sideways. */
export const widthOf = (page) => page.evaluate(() => document.documentElement.scrollWidth)

/** The accessibility rules that a part of the page breaks, each with the first elements that break it. */
export async function violations(page, part = 'html') {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const found = await page.evaluate((part) => axe.run(part, { resultTypes: ['violations'] }), part)
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.html.slice(0, 160)}`).join(' | ')}`)
}
