// The door: where the server asks for a token before it answers.

import { useState } from 'preact/hooks'
import { refresh } from '../api/cache'

export function Login() {
  const [token, setToken] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const response = await fetch('/login', { method: 'POST', body: new URLSearchParams({ token }), credentials: 'same-origin' })
    if (response.ok) refresh()
    else setWrong(response.status === 401 ? 'That is not the token.' : `The server answered ${response.status} ${response.statusText}.`)
  }
  return (
    <main class="login">
      <h1>Saydo</h1>
      <form onSubmit={(event) => void submit(event)}>
        <label for="token">Token</label>
        <input id="token" type="password" autocomplete="current-password" required value={token} onInput={(event) => setToken(event.currentTarget.value)} />
        <button type="submit">Open</button>
        <p role="alert" class="trouble-line">{wrong}</p>
        <p class="quiet">
          Whoever started <code>saydo serve</code> has the token: the program printed it, or was given it.
        </p>
      </form>
    </main>
  )
}
