// The shapes of the answers of `/api/v1`; the server's faces/serve/src/api/shape.rs serialises to exactly these.

import type { ListId } from '../state/state'
import type { Day, Document, Party, Sentence, Word } from './picture'

export type {
  Apart, Change, Changes, Chars, Coverage, Day, Demand, Diplomacy, Document, Evidence, Fact, Headline,
  Indicator, InPlace, Interval, MeasuredDay, Measures, Pair, Party, Post, Prior, Proposal, Range, Sentence,
  Span, Talk, Track as MeasuredTrack, Warning, Word,
} from './picture'
/** An event as a finding cites it: its id leads to its sentence in `citations`. */
export type { Event as Cited, Source as FollowedThen } from './picture'

export type Track = 'words' | 'deeds' | 'denials'
export type Resolution = 'point' | 'city' | 'district' | 'region' | 'country' | 'larger'

export interface Count {
  key: string
  name: string
  count: number
}

export interface About {
  version: string
  read_by: string
  generation: string
  write: boolean
  /** The default day: that of the newest report. */
  as_of: Day
  watch: { name: string; subject: Party[]; others: Party[]; areas: string[]; since: Day | null }
  ledger: {
    reports: number
    revisions: number
    copies: number
    undated: number
    future: number
    statements: number
    events: number
    sources: number
    first: Day | null
    last: Day | null
  }
  rules: Rule[]
  /** What others coded, by system: how many rows were imported. */
  others: { system: string; name: string; rows: number }[]
}

export interface Rule {
  name: string
  text: string
}

export interface PictureAnswer {
  as_of: Day
  generation: string
  totals: { words: number; posture: number; indicators: number; measures: number }
  picture: Document
}

export interface WordPage extends Page<Word> {
  citations: Record<string, Sentence>
}

export interface Series {
  bucket: 'day' | 'week' | 'month'
  from: Day
  to: Day
  total: number
  points: Point[]
}

export interface Point {
  /** The first day of the bucket. */
  day: Day
  words: number
  deeds: number
  denials: number
  words_conflict: number
  words_cooperation: number
  deeds_conflict: number
  deeds_cooperation: number
  /** Published in the bucket, as of the day, of the chosen sources. */
  reports: number
  families: number
  /** Coverage fell below half the median of the 28 days before: a gap, and not a calm. */
  thin: boolean
}

export interface Places {
  places: PlaceCount[]
  unplaced: number
  total: number
}

export interface PlaceCount {
  key: string
  name: string
  country: string | null
  admin1: string | null
  lat: number
  lon: number
  resolution: Resolution
  events: number
  /** Deeds told by two publisher families or more. */
  corroborated: number
  /** Other deeds. */
  single: number
  words: number
  denials: number
  families: number
  last: Day
  /** The id of the newest event. */
  newest: string
  /** The most frequent type. */
  top: string
}

export interface Facets {
  actors: Count[]
  places: Count[]
  standings: Count[]
  tracks: Count[]
  types: Count[]
  sources: Count[]
}

export interface EventPlace {
  key: string
  name: string
  country: string | null
  lat: number
  lon: number
  resolution: Resolution
}

export interface Force {
  element: string
  movement: string
  extent: string | null
  low: number | null
  high: number | null
}

export interface Event {
  /** `r12.v3` */
  id: string
  report: number
  day: Day
  published: Day
  time: string | null
  track: Track
  plover: string | null
  mode: string | null
  contexts: string[]
  cameo: string | null
  kind: string | null
  quad: number | null
  goldstein: number | null
  standing: string
  negated: boolean
  actors: Party[]
  recipients: Party[]
  speaker: Party | null
  places: EventPlace[]
  force: Force[]
  confidence: number
  family: string
  sentence: Sentence | null
}

export interface Speaker {
  /** As the report has it, office included. */
  text: string
  code: string | null
  name: string | null
  kind: string | null
}

export interface Statement {
  /** `r12.s3` */
  id: string
  report: number
  kind: string
  act: string | null
  negated: boolean
  source: Speaker | null
  addressee: string | null
  content: string[]
  quoted: boolean
  said: string | null
  day: Day
  published: Day | null
  within: string | null
  /** The text from the start of the sentence(s) that hold source, cue and content. */
  sentence: string
  publisher: string | null
  family: string
  /** Who carries it: its family, and those of the reports that copy its report. */
  families: string[]
  title: string | null
  url: string | null
  /** Words under test that it opened or repeated. */
  words: { id: string; state: Word['state'] }[]
}

export interface Listed {
  number: number
  id: string
  title: string | null
  url: string | null
  publisher: string | null
  family: string
  published: Day | null
  added: Day
  language: string | null
  copy_of: number | null
  statements: number
  events: number
  revision_of: number | null
  superseded: Day | null
  snippet: string | null
}

export interface Report {
  report: Listed
  text: string
  /** The `saydo/1` record; its spans count Unicode code points. */
  record: Readonly<Record<string, unknown>>
  read_by: string
  /** Whether this build reads the text as the ledger has it. */
  same_reading: boolean
  revisions: Listed[]
  copies: { number: number; publisher: string | null; why: string; similarity: number }[]
  problems: { kind: string; detail: string }[]
}

export interface Explained {
  id: string
  title: string
  text: string
  rule: Rule | null
  /** On how many events it rests. */
  total: number
  /** The newest of them, two hundred at most. */
  cites: ExplainedCite[]
}

export interface ExplainedCite {
  event: string
  report: number
  published: Day
  voice: string
  voice_name: string
  /** Of a word under test: where it was said, or evidence for or against it. */
  side: 'said' | 'for' | 'against' | null
  /** Of evidence: who vouches. */
  grade: string | null
  /** Of evidence: why it counts. */
  why: string | null
  sentence: Sentence | null
}

export interface Sources {
  sources: SourceRow[]
  followed: Followed[]
}

export interface SourceRow {
  family: string
  publishers: string[]
  reports: number
  copies: number
  first: Day | null
  last: Day | null
  /** Reports on each of the 30 days up to the day of the picture, the oldest first. */
  days: number[]
  languages: Count[]
  /** Nothing for three times its usual gap, and at least 3 days. */
  silent: boolean
}

export interface Followed {
  source: string
  publisher: string | null
  address: string
  last_success: string | null
  last_item: string | null
  errors: number
  error: string | null
  silent: boolean
  gone: boolean
  next: string | null
  note: string | null
}

/** How many rows of a kind there are, and what became of them. */
export interface BesideCount {
  /** `gdelt` */
  system: string
  theirs: number
  have: number
  again: number
  only_said: number
  we_lack: number
  they_lack: number
}

export interface BesideSystem extends BesideCount {
  /** `GDELT` */
  name: string
  /** Of those that we lack: on days without any report of ours. */
  we_lack_unread: number
  /** Rows that are not of this watch. */
  elsewhere: number
}

export interface BesidePage extends Page<BesideRow> {
  systems: BesideSystem[]
  kinds: (BesideCount & { kind: string | null })[]
  rules: Rule[]
}

export interface BesideRow {
  list: ListId
  system: string
  /** Null where they lack it. */
  theirs: Theirs | null
  /** Null where we lack it. */
  ours: Event | null
  /** How well a pair agrees, from 0 to 1. */
  score: number | null
  /** The names of the rules by which a pair agrees. */
  because: string[]
  /** The ids of further events of ours that tell what they lack. */
  also: string[]
}

export interface TheirSide {
  code: string | null
  name: string | null
  country: string | null
  sectors: string[]
}

/** A row that another system coded: it has no sentence here. */
export interface Theirs {
  id: string
  file: string
  /** The ledger's number of the row. */
  number: number
  day: Day
  until: Day | null
  actor: TheirSide | null
  recipient: TheirSide | null
  plover: string | null
  mode: string | null
  cameo: string | null
  label: string | null
  standing: string | null
  negated: boolean
  place: { name: string | null; country: string | null; lat: number | null; lon: number | null } | null
  publisher: string | null
  url: string | null
  /** What they say it is. */
  text: string | null
  /** Whether no report of ours was published on its days. */
  unread: boolean
}

export interface Page<T> {
  items: T[]
  next: string | null
  total: number
  as_of: Day
  generation: string
}

/** RFC 9457 problem details. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  parameter?: string
}
