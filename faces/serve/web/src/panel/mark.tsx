// A finding's sign and name in one chip: the sign, the word and the colour say the same.
import type { Sign } from './model/sign'

interface Props {
  of: Sign
  /** What stands behind the sign, where it is not the sign's own name. */
  text?: string
}

/** `▲ building` */
export function Chip({ of, text }: Props) {
  return (
    <span class={`chip tone-${of.tone}`}>
      <span class="chip-sign" aria-hidden="true">
        {of.sign}
      </span>
      {text ?? of.label}
    </span>
  )
}
