// One sentence behind a finding, with all that is known of it.
import type { Day, ExplainedCite, Sentence } from '../../api/types'
import { Evidence } from '../../shell/evidence'
import { Foreign, ForeignLink } from '../../shell/foreign'
import { blank } from '../../shell/visible'
import { marks } from '../model/quote'
import { link } from '../model/url'
import { grade } from '../model/word'
import { When } from '../when'

interface Props {
  cite: ExplainedCite
  now: Day
}

export function Cite({ cite, now }: Props) {
  const { sentence } = cite
  return (
    <li class="cite" data-item tabIndex={-1}>
      <p class="cite-head">
        <strong>
          <Foreign text={cite.voice_name} />
        </strong>
        {cite.grade && <span class="quiet">({grade(cite.grade)})</span>}
        {cite.why && <span>{cite.why}</span>}
        <span class="feed-when">
          <When day={cite.published} now={now} />
        </span>
      </p>
      {sentence ? (
        <>
          <blockquote>
            <Foreign text={sentence.sentence} marks={marks(sentence)} />
          </blockquote>
          <p class="meta">
            <Evidence id={cite.event}>Whole report</Evidence>
            <Outlet sentence={sentence} />
          </p>
          <More event={cite.event} sentence={sentence} />
        </>
      ) : (
        <p class="quote-missing">The sentence is not at hand: its report is no longer in the ledger.</p>
      )}
    </li>
  )
}

/** The outlet, as a link to the page where there is one, and the host that it leads to. */
export function Outlet({ sentence }: { sentence: Pick<Sentence, 'publisher' | 'family' | 'url'> }) {
  const to = link(sentence.url)
  return (
    <span>
      <ForeignLink url={sentence.url} text={sentence.publisher ?? sentence.family} className="outlet" />
      {to && <span class="quiet"> {to.host}</span>}
    </span>
  )
}

/** What only few ask for: offsets, hashes, versions. */
function More({ event, sentence }: { event: string; sentence: Sentence }) {
  const rows: [string, string | null][] = [
    ['Event', event],
    ['Speaker', sentence.speaker ?? "the publisher's own voice"],
    ['Headline', blank(sentence.title) ? null : sentence.title],
    ['Counts as', sentence.family],
    ['Stands at', `code points ${sentence.at.start} to ${sentence.at.end} of the text`],
    ['Address', sentence.url],
    ['Report', sentence.report],
    ['SHA-256', sentence.sha256],
    ['Read by', sentence.read_by],
  ]
  return (
    <details class="rest">
      <summary>Where it comes from</summary>
      <dl class="facts-of">
        {rows.flatMap(([name, value]) =>
          value
            ? [
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    <Foreign text={value} />
                  </dd>
                </div>,
              ]
            : [],
        )}
      </dl>
    </details>
  )
}
