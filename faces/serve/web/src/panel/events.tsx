// All events that were read: how each stands, who did what to whom, where, and the sentence that tells it.
import { filterOf } from '../api/address'
import type { Day, Event } from '../api/types'
import { usePages } from '../api/use'
import { Section } from '../shell/section'
import { useStore } from '../state/use'
import { EventCard, EventRow } from './event'
import { count, grouped } from './model/say'
import { More, useShown } from './more'
import { NothingFits } from './nothing'
import { dayOf, useNarrow, usePicture } from './use'

/** The section of events. */
export function Events() {
  const { state, about } = useStore()
  const { document } = usePicture()
  const pages = usePages<Event>('/events', { ...filterOf(state), limit: 20 })
  const shown = useShown(pages, 10, 3)
  const all = about?.ledger.events ?? null
  const { total } = pages
  const told =
    total === null ? undefined : all === null || all === total ? count(total, 'event') : `${grouped(total)} of ${grouped(all)}`
  return (
    <Section id="events" title="Events" count={told} exports={{ view: 'events', feed: 'events' }} error={pages.error} busy={pages.busy}>
      {pages.data && pages.items.length === 0 && <NothingFits what="event" />}
      {shown.items.length > 0 && <List items={shown.items} now={dayOf(document, state)} />}
      <More shown={shown} what="events" />
    </Section>
  )
}

function List({ items, now }: { items: Event[]; now: Day }) {
  const narrow = useNarrow('64rem')
  if (narrow)
    return (
      <ul class="feed">
        {items.map((one) => (
          <EventCard key={one.id} one={one} now={now} />
        ))}
      </ul>
    )
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Table of events">
      <table class="events">
        <caption class="visually-hidden">Events, the newest day first</caption>
        <thead>
          <tr>
            {['Day', 'Stands as', 'What', 'Who → whom', 'Where', 'Sentence'].map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <EventRow key={one.id} one={one} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
