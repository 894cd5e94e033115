// Where a Chromium is on this machine.
import { existsSync } from 'node:fs'

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser's path; null where there is none. */
export const chromium = () => PLACES.find((path) => path && existsSync(path)) ?? null
