// The posture board: what stands where, its trend, by how many voices; and what an attack would need.
import type { Document, Post } from '../api/types'
import { Foreign } from '../shell/foreign'
import { Empty, Section } from '../shell/section'
import { useStore } from '../state/use'
import { BoardCards, BoardTable } from './board'
import { Folded } from './folded'
import { boards, subject } from './model/board'
import { capital, count, grouped } from './model/say'
import { namesOf } from './model/names'
import { Newest } from './quote'
import { useNarrow, usePicture } from './use'
import { WarningSet } from './warning'

/** The section of the posture board. */
export function Posture() {
  const { state } = useStore()
  const { document, data, error, busy } = usePicture()
  const shown = document ? document.posture.filter((post) => ofActor(post, state.actor)) : []
  const all = data?.totals.posture ?? shown.length
  const told = document ? (shown.length < all ? `${shown.length} of ${count(all, 'row')}` : count(all, 'row')) : undefined
  return (
    <Section
      id="posture"
      title="Posture board"
      count={told}
      exports={{ view: 'posture', params: { as_of: state.as_of } }}
      error={error}
      busy={busy}
    >
      <p class="about">
        What stands where, as others than its own side saw it in the last 60 days. Each cell: the trend, what was told last and when, the
        numbers, and how many voices tell of it.
      </p>
      {document && <Boards document={document} posts={shown} />}
      {document && <WarningSet document={document} />}
    </Section>
  )
}

const ofActor = (post: Post, actors: readonly string[]): boolean =>
  actors.length === 0 || actors.some((code) => post.actor.code.startsWith(code))

function Boards({ document, posts }: { document: Document; posts: Post[] }) {
  const narrow = useNarrow()
  const { state, set } = useStore()
  if (posts.length === 0) {
    return (
      <Empty>
        No report tells of forces{state.actor.length > 0 && ' of the chosen actors'}.{' '}
        {state.actor.length > 0 && (
          <button type="button" class="plain" onClick={() => set({ actor: [] })}>
            Show all actors
          </button>
        )}
      </Empty>
    )
  }
  const all = boards(posts, document.subject.code)
  // In a narrow window the board of the first actor stands open, and the others wait folded.
  return (
    <Folded
      all={all}
      first={narrow ? 1 : all.length}
      what="actors"
      className="boards"
      row={(board) => (
        <li class="board" key={board.actor.code}>
          <h3>
            <Foreign text={board.actor.name} />
            <span class="quiet"> {grouped(posts.filter((p) => p.actor.code === board.actor.code).length)}</span>
          </h3>
          {narrow ? <BoardCards board={board} now={document.as_of} /> : <BoardTable board={board} now={document.as_of} />}
          {board.newest && <Last post={board.newest} document={document} />}
        </li>
      )}
    />
  )
}

function Last({ post, document }: { post: Post; document: Document }) {
  return (
    <div class="last">
      <p class="side-head">
        Newest: <Foreign text={capital(subject(post))} />
      </p>
      <Newest cites={post.events} at={document.citations} now={document.as_of} names={namesOf(document)} />
    </div>
  )
}
