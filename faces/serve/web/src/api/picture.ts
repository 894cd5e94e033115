// The types of the picture document; written by `npm run types` from docs/picture.schema.json.

/** A day of the calendar. */
export type Day = string

/** A state, an organisation, a part of one, or somebody without a code. */
export interface Party {
  /** The actor code; empty for somebody without one. */ code: string
  /** The name. */ name: string
}

/** An event that a finding rests on. */
export interface Event {
  /** Its id, `r12.v3`, which leads to its sentence in `citations`. */ id: string
  /** The day its report was published. */ published: Day
  /** Who vouches for it: the code of a party, or the name of a publisher family. */ voice: string
}

/** Days from one to another, both included. */
export interface Span {
  /** The first day. */ first: Day
  /** The last day. */ last: Day
}

/** Unicode code points, end exclusive. */
export interface Chars {
  /** The first. */ start: number
  /** The first one after it. */ end: number
}

/** A fact that carries the headline. */
export interface Fact {
  /** The id of the finding that it comes from. */ finding: string
  /** In one line. */ text: string
  /** The events that it rests on. */ events: Event[]
}

/** The one sentence and the facts that carry it. */
export interface Headline {
  /** Always `headline`. */ id: string
  /** Whether the crisis eases. */ verdict: 'building_up' | 'said_not_seen' | 'easing' | 'unchanged' | 'mixed' | 'too_little'
  /** The same in words. */ sentence: string
  /** How many independent voices see it ease. */ voices: number | null
  /** Since when nothing changed. */ since: Day | null
  /** Three or fewer. */ facts: Fact[]
  /** The name of the rule. */ rule: string
}

/** A change. */
export interface Change {
  /** The id of the finding that changed. */ finding: string
  /** What it is about. */ about: string
  /** What it was; empty where it is new. */ was: string
  /** What it is; empty where it is gone. */ is: string
}

/** The picture compared with that of an earlier day. */
export interface Changes {
  /** The earlier day. */ since: Day
  /** The changes, the weightiest first; none means that the picture has not changed. */ list: Change[]
}

/** A piece of evidence. */
export interface Evidence {
  /** The event. */ event: Event
  /** Who vouches. */ grade: 'own side' | 'other side\'s word only' | 'third party' | 'press' | 'host' | 'images' | 'independent observer'
  /** The day it is about, as far as the text tells; else publication. */ day: Day
  /** Why it counts, in a few words. */ why: string
}

/** A word under test: what a party says was, is or will be done. */
export interface Word {
  /** `w` and the event that opened it: `w12.3`. */ id: string
  /** What sort of word it is. */ kind: 'announcement' | 'pledge' | 'assurance' | 'allegation' | 'forecast' | 'assessment'
  /** Who said what, in plain English. */ text: string
  /** The act that is tested: `withdrawal`, `attack`, `truce`, … */ act: string
  /** Whether the word is that it will not or did not happen. */ denies: boolean
  /** Who said it; the name is the one that the text gives, where it gives one. */ speaker: Party
  /** Whose deed it is about. */ actor: Party
  /** The force elements that it is about. */ elements: string[]
  /** Whether it speaks of all, of a part, or does not say. */ extent: string | null
  /** Names of places. */ places: string[]
  /** The day it was said; publication where the text does not tell. */ said: Day
  /** The last day on which it was said again. */ last_said: Day
  /** From when on it can be tested. */ from: Day | null
  /** By when it is due. */ due: Span | null
  /** How it fared. */ state: 'unverified' | 'contradicted' | 'disputed' | 'partly kept' | 'kept' | 'overtaken' | 'lapsed'
  /** Since when it is in this state. */ since: Day
  /** On whose evidence the state rests. */ grade: 'own side' | 'other side\'s word only' | 'third party' | 'press' | 'host' | 'images' | 'independent observer' | null
  /** Evidence for it, the oldest first. */ bears_out: Evidence[]
  /** Evidence against it, the oldest first. */ against: Evidence[]
  /** Where it was said, the oldest first. */ said_in: Event[]
  /** Others who said the same. */ repeated_by: Party[]
  /** The name of the rule that gave the state. */ rule: string
}

/** How an actor's past words fared. */
export interface Prior {
  /** Whose words. */ actor: Party
  /** Kept. */ kept: number
  /** Partly kept. */ partly: number
  /** Contradicted or overtaken. */ broken: number
  /** Of so many whose time to be tested has come. */ of: number
  /** Words that nobody else has spoken to yet. */ open: number
}

/** The least and the largest number that anybody told. */
export interface Range {
  /** The least. */ low: number
  /** The largest; null where it is open. */ high: number | null
}

/** A row of the posture board. */
export interface Post {
  /** `p:RUS:Belarus:troops`. */ id: string
  /** Whose forces. */ actor: Party
  /** Where; null where no report tells. */ area: string | null
  /** What. */ element: 'troops' | 'battlegroups' | 'armour' | 'artillery' | 'air_defence' | 'missiles' | 'aircraft' | 'ships' | 'logistics' | 'equipment' | 'forces'
  /** The direction that was told last. */ direction: 'in' | 'out' | 'stay' | 'around'
  /** When it was last seen. */ last_seen: Day
  /** How many voices outside the actor's own side saw it. */ voices: number
  /** The range of numbers told in the last 60 days. */ numbers: Range | null
  /** Where it goes. */ trend: 'building' | 'holding' | 'drawing down' | 'rotating' | 'unknown'
  /** Since when it has this trend. */ since: Day
  /** The newest first. */ events: Event[]
  /** The name of the rule that gave the trend. */ rule: string
}

/** A part of the enabling set that is in place. */
export interface InPlace {
  /** Which. */ part: 'manoeuvre' | 'fires' | 'air defence' | 'logistics'
  /** What shows it. */ events: Event[]
}

/** How much warning there would be of an attack by the subject. */
export interface Warning {
  /** Always `warning`. */ id: string
  /** The finding. */ time: 'little or none' | 'short' | 'not short'
  /** The parts of the enabling set that are in place. */ in_place: InPlace[]
  /** The names of those that are not. */ missing: string[]
  /** Explicit statements on warning time, the newest first. */ said: Event[]
  /** The name of the rule. */ rule: string
}

/** A proposal and its answer. */
export interface Proposal {
  /** `d` and its event. */ id: string
  /** Who made it. */ from: Party
  /** To whom; empty where the text does not tell. */ to: Party[]
  /** When it was handed over, or first told of. */ made: Day
  /** When it was answered. */ answered: Day | null
  /** Days without an answer; null once answered. */ days_unanswered: number | null
  /** Where it is told of, the oldest first. */ events: Event[]
  /** Where the answer, or its lack, is told of. */ answers: Event[]
  /** The name of the rule. */ rule: string
}

/** Talks. */
export interface Talk {
  /** `d` and its event. */ id: string
  /** Who talks with whom. */ parties: Party[]
  /** The day of the talks, as far as the text tells; else publication. */ day: Day
  /** Whether they were held; else planned. */ held: boolean
  /** Where. */ places: string[]
  /** Where it is told. */ events: Event[]
  /** The name of the rule. */ rule: string
}

/** A demand, refusal or readiness of one party towards others. */
export interface Demand {
  /** `d` and its event. */ id: string
  /** Whose. */ from: Party
  /** Towards whom; empty where the text does not tell. */ to: Party[]
  /** CAMEO's code of what is demanded or refused. */ code: string | null
  /** That code's label, as a phrase. */ what: string | null
  /** The first day it was told. */ first: Day
  /** The last day. */ last: Day
  /** Where it is told, the oldest first. */ events: Event[]
  /** The name of the rule. */ rule: string
}

/** Proposals, talks, readiness, refusals and demands, the newest first. */
export interface Diplomacy {
  /** Proposals and drafts handed over. */ proposals: Proposal[]
  /** Talks held and planned. */ talks: Talk[]
  /** Readiness to talk. */ readiness: Demand[]
  /** Refusals. */ refusals: Demand[]
  /** Demands. */ demands: Demand[]
}

/** A sign of escalation. */
export interface Indicator {
  /** `i:` and its id in the table of indicators. */ id: string
  /** What it is, in a few words. */ label: string
  /** Whether it is seen. */ state: 'not seen' | 'reported' | 'corroborated'
  /** Since when. */ since: Day | null
  /** How many voices tell of it. */ voices: number
  /** Where it is told, the oldest first. */ events: Event[]
  /** The name of the rule. */ rule: string
}

/** What was read on a day. */
export interface Coverage {
  /** The day of publication. */ day: Day
  /** Reports, near-copies left out. */ reports: number
  /** Publisher families. */ families: number
}

/** A figure with its 95 % interval (bootstrap over publisher families). */
export interface Interval {
  /** The figure. */ value: number
  /** Its lower bound. */ low: number
  /** Its upper bound. */ high: number
  /** How many events it rests on. */ events: number
  /** From how many publisher families. */ families: number
}

/** A day of a track. */
export interface MeasuredDay {
  /** The day that the events are about. */ day: Day
  /** Events of conflict, each voice once. */ conflict: number
  /** Events of co-operation, each voice once. */ cooperation: number
  /** The sum of Goldstein's scores. */ goldstein: number
  /** Conflict minus co-operation, per report read that day; 0 where none was read. */ per_report: number
}

/** One kind of doing over time. */
export interface Track {
  /** Every day that has events. */ days: MeasuredDay[]
  /** Mean of Goldstein's score, -10 hostile to 10 friendly, over the last seven days. */ last_week: Interval | null
  /** The same over the 28 days before. */ before: Interval | null
}

/** Words and deeds of one party towards another. */
export interface Pair {
  /** `m:RUS:UKR`. */ id: string
  /** Who acts. */ from: Party
  /** Towards whom. */ to: Party
  /** What is said. */ words: Track
  /** What is done. */ deeds: Track
  /** The newest events, the deeds of the last seven days first; at most a hundred. */ events: Event[]
}

/** Conflict and co-operation by day and pair of sides, and how much was read. */
export interface Measures {
  /** How much was read, day by day. */ coverage: Coverage[]
  /** One for each pair of sides that has events, the busiest first. */ pairs: Pair[]
  /** Whether coverage fell in the last seven days to half or less of the 28 days before: then fewer events mean little. */ coverage_fell: boolean
  /** Reports a day in the last seven days. */ reports_a_day: number
  /** Reports a day in the 28 days before. */ reports_a_day_before: number
}

/** Reports that no finding rests on. */
export interface Apart {
  /** Without a day of publication. */ undated: number
  /** Dated after the day they came in. */ future: number
  /** Published after the day of the picture. */ later: number
  /** Near-copies of other reports; they are read, and their voice counts once. */ copies: number
}

/** A source that is followed, as of the day of the picture. */
export interface Source {
  /** Its address. */ address: string
  /** Who publishes it, where that is known. */ publisher: string | null
  /** silent: nothing has come for twice its usual gap; unreachable: three failures in a row or more; gone: not visited any more. */ health: 'well' | 'silent' | 'unreachable' | 'gone'
  /** The day of its newest item. */ last: Day | null
  /** How long it usually is from one item to the next, in seconds. */ usual_gap: number | null
  /** The day on which it answered last. */ reached: Day | null
  /** How often in a row it could not be reached or read. */ errors: number
  /** What went wrong last. */ error: string | null
}

/** The sentence that tells an event, and where it was published. Nothing in it is altered. */
export interface Sentence {
  /** The sentence. */ sentence: string
  /** The words in it that tell the event, counted from its start. */ trigger: Chars | null
  /** Who is named as the source; null in the publisher's own voice. */ speaker: string | null
  /** Where the source's name stands in the sentence, where it does. */ speaker_at: Chars | null
  /** Where the sentence stands in the report's text. */ at: Chars
  /** The outlet. */ publisher: string | null
  /** The publisher family that it counts as. */ family: string
  /** The day of publication. */ published: Day | null
  /** The report's headline. */ title: string | null
  /** Its address, as its input gave it: nobody has checked that it is safe to follow. */ url: string | null
  /** Its id, as its input gave it. */ report: string
  /** SHA-256 of its text. */ sha256: string
  /** Versions of program, weights and tables that read it. */ read_by: string
}

/** The picture of a watch as of a day, as `saydo picture --format json` prints it. */
export interface Document {
  /** The name and number of this form. */ schema: 'saydo-picture/1'
  /** The watch's name. */ watch: string
  /** Whose words and deeds are followed. */ subject: Party
  /** The day of the picture; reports of that day count. */ as_of: Day
  /** The first day that counts. */ since: Day | null
  /** The answer. */ headline: Headline
  /** What changed since an earlier day, where one was given. */ changes: Changes | null
  /** Words under test, the newest first. */ words: Word[]
  /** How each side's past words fared. */ priors: Prior[]
  /** What stands where. */ posture: Post[]
  /** How much warning there would be. */ warning: Warning
  /** Proposals, talks, readiness, refusals, demands. */ diplomacy: Diplomacy
  /** Signs of escalation. */ indicators: Indicator[]
  /** Words and deeds in figures. */ measures: Measures
  /** What was kept and takes part in nothing. */ apart: Apart
  /** How the sources fare that are followed; empty where none is, and in pictures of a day that is past. */ sources: Source[]
  /** The sentences of all events that are named above, by the event's id, as far as they are at hand. */ citations: Record<string, Sentence>
}
