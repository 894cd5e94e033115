// Dialogs, by the browser's own: the focus goes in, stays in where it must, and returns to where it was.

import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './icon'

interface Props {
  open: boolean
  /** Whether the page behind rests. */
  modal: boolean
  label: string
  className: string
  close: () => void
  children: ComponentChildren
}

/** A dialog that is a panel beside the page or a sheet above it. */
export function Modal({ open, modal, label, className, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => (open && dialog.current !== null ? show(dialog.current, modal) : undefined), [open, modal])
  const onCancel = (event: Event): void => {
    event.preventDefault()
    close()
  }
  const onClick = (event: MouseEvent): void => {
    if (modal && event.target === dialog.current) close()
  }
  return (
    <dialog ref={dialog} class={className} aria-label={label} aria-modal={modal} onCancel={onCancel} onClick={onClick}>
      {open && (
        <>
          <button type="button" class="plain close" aria-label={`Close: ${label}`} onClick={close}>
            <Icon name="close" />
          </button>
          {children}
        </>
      )}
    </dialog>
  )
}

/** Opens it, and returns what closes it and gives the focus back. */
function show(dialog: HTMLDialogElement, modal: boolean): () => void {
  const before = document.activeElement
  if (modal) dialog.showModal()
  else dialog.show()
  return () => {
    const lost = document.activeElement === document.body || dialog.contains(document.activeElement)
    dialog.close()
    if (lost && (before instanceof HTMLElement || before instanceof SVGElement)) before.focus({ preventScroll: true })
  }
}
