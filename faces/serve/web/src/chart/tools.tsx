// What every chart offers: its picture as a file, and a legend.
import type { ComponentChildren, RefObject } from 'preact'
import { announce } from '../shell/live'
import { saveChart, type Format } from './save'
import type { Credit } from './svgfile'

interface SaveProps {
  figure: RefObject<HTMLElement | null>
  credit: Credit
}

/** Buttons that save the figure as PNG and as SVG. */
export function Save({ figure, credit }: SaveProps) {
  const save = (format: Format): void => {
    if (figure.current === null) return
    saveChart(figure.current, credit, format).catch((failure: unknown) => announce(`The picture could not be made: ${String(failure)}`))
  }
  return (
    <>
      {(['png', 'svg'] as const).map((format) => (
        <button type="button" class="plain" data-save={format} onClick={() => save(format)}>
          {format.toUpperCase()}
          <span class="visually-hidden"> of {credit.title}</span>
        </button>
      ))}
    </>
  )
}

interface ChoiceProps<T extends string> {
  label: string
  options: readonly { value: T; name: string }[]
  value: T
  choose: (value: T) => void
}

/** A row of buttons of which one is pressed. */
export function Choice<T extends string>({ label, options, value, choose }: ChoiceProps<T>) {
  return (
    <div class="choice" role="group" aria-label={label}>
      {options.map((option) => (
        <button type="button" aria-pressed={option.value === value} onClick={() => choose(option.value)}>
          {option.name}
        </button>
      ))}
    </div>
  )
}

export function Legend({ children }: { children: ComponentChildren }) {
  return <ul class="legend">{children}</ul>
}

/** One entry of a legend; its swatch is an SVG of its own, so that it goes into the file too. */
export function LegendItem({ name, width = 18, height = 12, children }: { name: string; width?: number; height?: number; children: ComponentChildren }) {
  return (
    <li data-legend-item="">
      <svg width={width} height={height} aria-hidden="true" focusable="false">
        {children}
      </svg>
      {name}
    </li>
  )
}
