// One actor's posture: areas down and force elements across, or cards where there is no room for a table.
import type { Day, Post } from '../api/types'
import { DayText } from '../shell/daytext'
import { Evidence } from '../shell/evidence'
import { Foreign } from '../shell/foreign'
import { Folded } from './folded'
import { Chip } from './mark'
import { shortWay, subject, type Board } from './model/board'
import { capital, plainName, range, voices } from './model/say'
import { trend } from './model/sign'

interface Props {
  board: Board
  now: Day
}

export function BoardTable({ board, now }: Props) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={`Posture of ${board.actor.name}`}>
      <table class="heat">
        <caption class="visually-hidden">
          Posture of <Foreign text={board.actor.name} />: areas down, force elements across
        </caption>
        <thead>
          <tr>
            <th scope="col">Where</th>
            {board.elements.map((element) => (
              <th scope="col" key={element}>
                {capital(plainName(element))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.areas.map((area, i) => (
            <tr key={area ?? ''}>
              <th scope="row">
                <Area area={area} />
              </th>
              {board.cells[i]?.map((post, j) => (
                <Cell key={board.elements[j]} post={post} now={now} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Area = ({ area }: { area: string | null }) => (area ? <Foreign text={area} /> : <span class="quiet">place not told</span>)

function Cell({ post, now }: { post: Post | null; now: Day }) {
  if (!post) {
    return (
      <td class="none">
        <span aria-hidden="true">·</span>
        <span class="visually-hidden">nothing told</span>
      </td>
    )
  }
  const mark = trend(post.trend)
  return (
    <td class={`tone-${mark.tone}`}>
      <Inside post={post} now={now} />
    </td>
  )
}

/** What stands in a cell: all of it is the way to its sentences. */
function Inside({ post, now }: { post: Post; now: Day }) {
  return (
    <Evidence id={post.id} className="cell">
      <span class="visually-hidden">{capital(subject(post))}: </span>
      <Chip of={trend(post.trend)} />
      {post.numbers && <strong class="cell-number">{range(post.numbers.low, post.numbers.high)}</strong>}
      <span class="cell-line">
        {shortWay(post)} <DayText day={post.last_seen} form="short" near={now} />
      </span>
      <span class="cell-line quiet">{voices(post.voices)}</span>
    </Evidence>
  )
}

/** So many places are shown at once, each as a card for every force there. */
const PLACES = 2

export function BoardCards({ board, now }: Props) {
  const places = board.areas.map((area, i) => ({ area, posts: board.cells[i]?.filter((post) => post !== null) ?? [] }))
  return (
    <Folded
      all={places}
      first={PLACES}
      what="places"
      className="board-cards"
      row={({ area, posts }) => (
        <li key={area ?? ''}>
          <h4>
            <Area area={area} />
          </h4>
          <ul>
            {posts.map((post) => (
              <Card key={post.id} post={post} now={now} />
            ))}
          </ul>
        </li>
      )}
    />
  )
}

function Card({ post, now }: { post: Post; now: Day }) {
  return (
    <li class={`board-card tone-${trend(post.trend).tone}`}>
      <span class="board-element">{capital(plainName(post.element))}</span>
      <Inside post={post} now={now} />
    </li>
  )
}
