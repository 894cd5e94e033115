// Small drawings for buttons; each button says its name in words besides.

const PATHS = {
  back: 'M10 3 5 8l5 5',
  on: 'm6 3 5 5-5 5',
  play: 'M5 3v10l8-5z',
  pause: 'M5 3v10M11 3v10',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9m3.3 7.8L14 14',
  close: 'm4 4 8 8m0-8-8 8',
  list: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h7',
  theme: 'M8 2.5a5.5 5.5 0 0 0 0 11z',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 6.8h11M5.3 2.3v2.6M10.7 2.3v2.6',
  newest: 'm3 3 5 5-5 5M12.5 3v10',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { name: IconName }) {
  const filled = name === 'play' || name === 'theme'
  return (
    <svg class={`icon${filled ? ' icon-filled' : ''}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {name === 'theme' && <circle cx="8" cy="8" r="5.5" />}
      <path d={PATHS[name]} />
    </svg>
  )
}
