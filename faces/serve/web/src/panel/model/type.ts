// Types of events in words: PLOVER's categories and modes, and our own kinds, as nouns.
import { capital, plainName } from './say'

const CATEGORIES: Record<string, string> = {
  agree: 'agreement',
  consult: 'consultation',
  concede: 'concession',
  cooperate: 'co-operation',
  accuse: 'accusation',
  reject: 'rejection',
  threaten: 'threat',
  mobilize: 'mobilisation',
  coerce: 'coercion',
  other: 'other event',
}

const MODES: Record<string, string> = {
  'third-party': 'by a third party',
  phone: 'by telephone',
  disarm: 'disarmament',
  withdraw: 'withdrawal',
  resign: 'resignation',
  assist: 'for help',
  change: 'for change',
  yield: 'to yield',
  meet: 'to meet',
  disapprove: 'disapproval',
  investigate: 'investigation',
  allege: 'allegation',
  restrict: 'restriction',
  violence: 'of violence',
  demo: 'demonstration',
  hunger: 'hunger strike',
  obstruct: 'obstruction',
  vandalize: 'vandalism',
  convict: 'conviction',
  expel: 'expulsion',
  discontinue: 'ending of relations',
  seize: 'seizure',
  censor: 'censorship',
  'martial-law': 'martial law',
  deport: 'deportation',
  withhold: 'withholding',
  cyber: 'cyber attack',
  abduct: 'abduction',
  beat: 'beating',
  destroy: 'destruction',
  sexual: 'sexual violence',
  primitive: 'primitive weapons',
  'suicide-attack': 'suicide attack',
  aerial: 'from the air',
  'heavy-weapons': 'heavy weapons',
  'crowd-control': 'crowd control',
  unconventional: 'unconventional weapons',
}

/** A category or a kind as a noun: `MOBILIZE` is "mobilisation". */
export function category(name: string): string {
  const small = name.toLowerCase()
  return CATEGORIES[small] ?? plainName(small)
}

interface Typed {
  plover: string | null
  mode: string | null
  kind: string | null
  negated: boolean
}

/** What sort of event it is, with its mode: "Retreat: withdrawal", "No retreat: withdrawal", "Presence". */
export function type({ plover, mode, kind, negated }: Typed): string {
  const name = category(plover ?? kind ?? 'event')
  if (negated && name === 'assessment') return 'Assessment: it is not so'
  const told = mode ? `${name}: ${MODES[mode] ?? plainName(mode)}` : name
  return capital(negated ? `no ${told}` : told)
}
