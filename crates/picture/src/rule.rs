//! What each rule says, in a sentence or two: for the reader who asks why a finding is as it is.

/// Every rule by name, in the order of the picture's parts.
pub fn rules() -> &'static [(&'static str, &'static str)] {
    RULES
}

const RULES: &[(&str, &str)] = &[
    (
        "headline-too-little",
        "Too little coverage to say: fewer than three reports in 14 days, all of one family, or no finding at all.",
    ),
    (
        "headline-used",
        "Building up: in the last week two voices outside the subject's side tell of attacks by its forces, at twice the \
         rate per report of the 28 days before, and nobody independent sees it ease.",
    ),
    (
        "headline-coverage-fell",
        "Too little coverage to say: fewer reports were read than before, and nothing was seen for or against easing. \
         Silence of the press is no easing.",
    ),
    (
        "headline-mixed",
        "Mixed: independent voices see it ease, and in the same 14 days forces are used or built up, or another word of \
         easing is contradicted.",
    ),
    (
        "headline-eased",
        "Easing: in the last 14 days independent voices (press, images, observers, third parties) saw a word of easing \
         kept or forces leave, and nothing speaks against it. The other side's word counts for no voice.",
    ),
    (
        "headline-said",
        "Said to be easing, not seen: the subject's side announced or promised in the last 14 days that it eases, and \
         nobody independent bears it out.",
    ),
    ("headline-partly", "Mixed: a word of easing was kept in part, or the other side alone sees it kept."),
    (
        "headline-building",
        "Building up: in the last 14 days others saw forces of the subject's side come in, or a sign of escalation was \
         corroborated, and nothing is said of easing.",
    ),
    (
        "headline-unchanged",
        "Unchanged: nothing speaks for easing or for building up; since the last day on which a word of the subject's \
         side, a row of its forces or an indicator changed.",
    ),
    ("word-unverified", "Unverified: only the speaker's own side speaks of it."),
    (
        "word-one-voice",
        "Unverified still: one other voice bears it out, which is neither an independent observer nor the host, and one \
         voice alone settles nothing.",
    ),
    (
        "word-not-yet",
        "Unverified: others see nothing of it so far, but that something will not happen is not borne out by its not \
         having happened yet.",
    ),
    ("word-contradicted", "Contradicted: at least one other voice speaks against it, none for it."),
    ("word-disputed", "Disputed: some voices outside the speaker's side speak for it, others against it."),
    ("word-partly-kept", "Partly kept: less was done than promised, or people left and equipment stayed."),
    (
        "word-kept",
        "Kept: borne out by an independent observer, by images, by the host, or by two voices outside the speaker's side, \
         and none against it since.",
    ),
    ("word-overtaken", "Overtaken: the speaker's own side did the opposite afterwards, or says so itself."),
    (
        "word-lapsed",
        "Lapsed: the day by which it was due passed, and nobody outside the speaker's side has spoken to it.",
    ),
    ("posture-admitted", "Unknown: only the own side tells of these forces, and its word moves no trend."),
    ("posture-unseen", "Unknown: nobody outside the own side has seen these forces in 60 days."),
    (
        "posture-in-again",
        "Rotating: seen to leave and seen to come again within 60 days. Rotation is no de-escalation.",
    ),
    (
        "posture-equipment-stays",
        "Rotating: people were seen to leave while heavy equipment of theirs stays there.",
    ),
    (
        "posture-part-out-equipment-stays",
        "Rotating: a part of the people was seen to leave while heavy equipment of theirs stays there.",
    ),
    ("posture-part-out", "Holding: only a part was seen to leave."),
    ("posture-out", "Drawing down: last seen to leave, and not to come again."),
    (
        "posture-in",
        "Building: seen to come in, at most seven days before they were last seen, and not to leave since.",
    ),
    ("posture-stays", "Holding: seen to be there."),
    (
        "warning",
        "An attack needs manoeuvre troops, fires (armour, artillery, missiles), air defence and logistics. A part is in \
         place if somebody outside the subject's side saw it come or stay in the last 60 days and nobody has seen it \
         leave since. All four: little or no warning; three: short; fewer: the missing ones are named.",
    ),
    ("indicator-not-seen", "Not seen: nobody tells of it as done."),
    ("indicator-reported", "Reported: one voice tells of it."),
    ("indicator-corroborated", "Corroborated: two voices or more tell of it."),
    ("indicator-observed", "Corroborated: an independent observer tells of it."),
    (
        "diplomacy-proposal",
        "Reports that name the same party, compatible addressees and a compatible day tell of one proposal. An answer is \
         to the latest proposal made to who gives it; without one, the days since it was handed over, or first told of, \
         are counted.",
    ),
    (
        "diplomacy-talks",
        "Talks between sides, at least one of them a side of the watch. Told by several reports they are one if the \
         parties are the same and the days within one of each other; planned if a day to come or a place is named and \
         nobody tells that they were held.",
    ),
    (
        "diplomacy-readiness",
        "A party says, or is told to be, ready to talk or to settle, without a day or a place.",
    ),
    ("diplomacy-refusal", "A party refuses talks, a plan or a demand; the same refusal told again is one."),
    (
        "diplomacy-demand",
        "A party asks another side for something; the same of CAMEO's code told again is one demand.",
    ),
    (
        "measure-coverage",
        "Reports and publisher families by day, near-copies left out. Coverage fell if the last seven days have half or \
         less of the reports a day of the 28 days before, and chance does not explain it.",
    ),
    (
        "measure-pair",
        "Conflict and co-operation between two parties, words and deeds apart; each voice counts once for a day and a \
         code. Means are Goldstein's, with 95 % intervals by bootstrap over publisher families.",
    ),
    (
        "prior",
        "How an actor's past words fared: kept, partly kept, broken (contradicted or overtaken), of all whose time to be \
         tested has come.",
    ),
    (
        "change",
        "What the picture of one day has that the picture of an earlier day has not. An empty list says that the picture \
         has not changed.",
    ),
];
