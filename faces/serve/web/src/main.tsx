// Where the page begins.

import { render } from 'preact'
import { apiAddress, pictureOf } from './api/address'
import { prefetch } from './api/cache'
import { copy } from './api/embedded'
import { App } from './app/app'
import { current, followHistory } from './state/store'

const root = document.getElementById('app')
if (root !== null) {
  void prefetch(apiAddress('/picture', pictureOf(current())))
  if (copy !== null) document.documentElement.dataset['copy'] = ''
  followHistory()
  render(<App />, root)
}
