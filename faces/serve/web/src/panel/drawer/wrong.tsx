// "This is wrong": a correction that the server keeps, or that is copied where the server only shows.
import { useState } from 'preact/hooks'
import { API } from '../../api/address'
import { copy } from '../../api/embedded'
import { copyText } from '../../shell/export'
import { announce } from '../../shell/live'
import { useStore } from '../../state/use'
import { fault, KINDS, line, type Correction } from '../model/correction'

/** Closed at first; nothing in a copy of the page. */
export function Wrong({ id }: { id: string }) {
  const { about } = useStore()
  if (copy !== null || about === null) return null
  return (
    <details class="wrong">
      <summary>This is wrong</summary>
      <Form id={id} write={about.write} />
    </details>
  )
}

function Form({ id, write }: { id: string; write: boolean }) {
  const [what, setWhat] = useState('event')
  const [note, setNote] = useState('')
  const [told, setTold] = useState('')
  const correction: Correction = { id, what, note: note.trim() }
  const submit = (event: Event): void => {
    event.preventDefault()
    const wrong = fault(correction)
    if (wrong !== null) setTold(wrong)
    else void (write ? send(correction) : handOver(correction)).then(setTold)
  }
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>What is wrong with {id}?</legend>
        {KINDS.map(([value, text]) => (
          <label key={value}>
            <input type="radio" name={`wrong-${id}`} value={value} checked={what === value} onChange={() => setWhat(value)} /> {text}
          </label>
        ))}
      </fieldset>
      <label class="note">
        Note
        <textarea rows={3} maxLength={2000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <button type="submit">{write ? 'Send the correction' : 'Copy the correction'}</button>
      {!write && <p class="quiet">This server only shows. The correction is copied as a line for corrections.jsonl.</p>}
      <p role="status">{told}</p>
    </form>
  )
}

async function send(correction: Correction): Promise<string> {
  try {
    const headers = { 'Content-Type': 'application/json' }
    const answer = await fetch(`${API}/corrections`, { method: 'POST', headers, body: line(correction), credentials: 'same-origin' })
    if (answer.ok) {
      announce('Correction kept')
      return 'Kept. Thank you.'
    }
    return `It was not kept: the server answered ${answer.status}. ${await handOver(correction)}`
  } catch {
    return `It was not kept: the server did not answer. ${await handOver(correction)}`
  }
}

async function handOver(correction: Correction): Promise<string> {
  await copyText(line(correction))
  return `Copied: ${line(correction)}`
}
