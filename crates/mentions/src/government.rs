//! Where a capital or a seat of power stands for a government, and where it is only a place.

use saydo_syntax::{Rel, Sentence, Upos};

/// Verbs whose object is spoken to or dealt with, and so is no place.
#[rustfmt::skip]
const ADDRESSED: &[&str] = &[
    "accuse", "ask", "assure", "blame", "call", "calm", "challenge", "condemn", "confront", "convince",
    "criticise", "criticize", "defy", "deter", "force", "help", "implore", "inform", "invite", "isolate",
    "lobby", "notify", "oblige", "persuade", "press", "pressure", "provoke", "punish", "push", "reassure",
    "sanction", "slam", "support", "tell", "threaten", "thank", "trust", "urge", "want", "warn", "appease",
    "alienate", "allow", "anger", "back", "denounce", "expect", "irritate", "praise", "rebuke", "remind",
    "request", "suspect", "worry", "enable", "prompt",
];
/// Verbs of moving and being, whose "to" and "from" are about places.
#[rustfmt::skip]
const MOVING: &[&str] = &[
    "go", "travel", "fly", "arrive", "come", "return", "visit", "drive", "walk", "move", "head", "trip",
    "flight", "visit", "journey", "way", "road", "train", "bus", "route", "leave", "depart", "flee", "withdraw",
    "evacuate", "deploy", "relocate", "march", "advance", "close", "next", "transfer", "shift", "escape",
    "bring", "take", "carry", "ambassador", "envoy", "embassy", "minister", "delegation", "km", "kilometre",
    "kilometer", "mile", "distance",
];
/// Words whose giver or taker is a government: "signs from", "proposals to", "talks with".
#[rustfmt::skip]
const TELLING: &[&str] = &[
    "sign", "signal", "word", "message", "letter", "proposal", "demand", "offer", "reply", "response", "answer",
    "statement", "announcement", "pledge", "promise", "assurance", "guarantee", "threat", "warning", "pressure",
    "support", "reaction", "comment", "order", "instruction", "concession", "criticism", "denial", "claim",
    "report", "send", "hear", "respond", "say", "speak", "appeal", "deliver", "hand", "give", "present",
    "address", "loyal", "aid", "help", "assistance", "permission", "approval", "request", "note", "condition",
    "information", "confirmation", "indication", "rhetoric", "reassurance", "backing", "commitment",
    "challenge", "submit", "pass", "convey", "sell", "supply", "closer", "ultimatum", "draft", "gesture",
    "blow", "gift", "relation", "tie", "link", "response", "write", "talk", "negotiate",
];
/// Words between parties.
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "talk", "talks", "relation", "relations", "tension", "dialogue", "agreement", "deal", "negotiation",
    "treaty", "war", "conflict", "rivalry", "alliance", "tie", "ties", "dispute", "meeting", "cooperation",
    "co-operation", "trust", "contact", "channel", "accord", "exchange", "trade", "rift", "partnership",
    "discussion", "understanding", "friendship", "pact", "difference", "confrontation", "communication",
    "mediate",
];
/// What belongs to a town and not to a government.
#[rustfmt::skip]
const OF_TOWNS: &[&str] = &[
    "street", "outskirt", "outskirts", "mayor", "airport", "suburb", "metro", "resident", "square", "centre",
    "center", "population", "university", "district", "museum", "theatre", "station", "weather", "sky",
    "skyline", "stadium", "hotel", "cathedral", "bridge", "hospital", "school", "court", "police", "region",
    "inhabitant", "people", "traffic", "sobyanin", "klitschko", "zoo", "market", "exchange", "landmark",
    "subway",
];
/// What a government is said to be by no verb of acting.
const PLACE_VERBS: &[&str] =
    &["lie", "have", "sit", "be", "remain", "wake", "sleep", "shake", "fall", "stand", "see"];
/// Passive verbs that happen to places.
#[rustfmt::skip]
const SUFFERED: &[&str] = &[
    "bomb", "shell", "hit", "strike", "attack", "capture", "take", "seize", "besiege", "surround", "encircle",
    "rock", "target", "destroy", "liberate", "occupy", "build", "found", "locate", "situate", "cover",
    "evacuate", "close", "storm", "raid", "damage", "retake", "recapture", "free", "visit", "reach", "defend",
    "invade", "pound",
];
/// Prepositions that always tell where.
#[rustfmt::skip]
const WHERE: &[&str] = &[
    "in", "at", "near", "around", "outside", "inside", "into", "through", "across", "over", "toward", "towards",
    "within", "throughout", "off", "above", "under", "along", "past", "onto", "beyond", "via",
];

/// Whether a capital in this place of the sentence acts, speaks or is dealt with.
pub(crate) fn acts(sentence: &Sentence<'_>, head: usize) -> bool {
    let word = &sentence.words[head];
    let Some(over) = word.head else { return false };
    match word.rel {
        Rel::Nsubj | Rel::NsubjOuter => is_actor_of(sentence, over),
        Rel::NsubjPass => !SUFFERED.contains(&lemma(sentence, over)),
        Rel::OblAgent => true,
        Rel::Obj | Rel::Iobj => ADDRESSED.contains(&lemma(sentence, over)),
        Rel::NmodPoss => !OF_TOWNS.contains(&lemma(sentence, over).to_lowercase().as_str()),
        Rel::Conj | Rel::Appos => over < head && acts(sentence, over),
        Rel::Obl | Rel::Nmod => by_case(sentence, head, over),
        _ => false,
    }
}

/// Whether a seat such as "the Kremlin" is only a building here.
pub(crate) fn is_building(sentence: &Sentence<'_>, head: usize) -> bool {
    let Some(over) = sentence.head(head) else { return false };
    match sentence.words[head].rel {
        Rel::Obl | Rel::Nmod => {
            let case = case(sentence, head);
            WHERE.contains(&case)
                || (matches!(case, "to" | "from") && MOVING.contains(&lemma(sentence, over)))
        }
        Rel::Obj => matches!(
            lemma(sentence, over),
            "visit" | "enter" | "leave" | "reach" | "storm" | "tour" | "shell"
        ),
        Rel::NsubjPass => SUFFERED.contains(&lemma(sentence, over)),
        _ => false,
    }
}

fn is_actor_of(sentence: &Sentence<'_>, verb: usize) -> bool {
    let word = &sentence.words[verb];
    let copular = sentence.child(verb, Rel::Cop).is_some();
    if copular || word.upos != Upos::Verb {
        return copular && word.upos == Upos::Adj;
    }
    match lemma(sentence, verb) {
        "have" | "see" | "remain" | "stand" => sentence.child(verb, Rel::Obl).is_none(),
        verb => !PLACE_VERBS.contains(&verb),
    }
}

fn by_case(sentence: &Sentence<'_>, head: usize, over: usize) -> bool {
    let over_lemma = lemma(sentence, over).to_lowercase();
    let over_lemma = over_lemma.as_str();
    match case(sentence, head) {
        "with" | "by" | "against" | "according" => true,
        "to" => TELLING.contains(&over_lemma),
        "from" => TELLING.contains(&over_lemma) || comes_from(sentence, over),
        "between" => BETWEEN.contains(&over_lemma),
        "on" => matches!(over_lemma, "pressure" | "sanction" | "depend" | "rely" | "impose" | "put" | "call"),
        "of" => {
            TELLING.contains(&over_lemma)
                || matches!(over_lemma, "accuse" | "suspect" | "government" | "intention")
        }
        "for" => matches!(
            over_lemma,
            "setback" | "victory" | "defeat" | "work" | "spy" | "problem" | "consequence"
        ),
        case => {
            !WHERE.contains(&case)
                && matches!(sentence.words[head].rel, Rel::Nmod)
                && TELLING.contains(&over_lemma)
        }
    }
}

/// "The signs coming from Moscow": the noun that the clause belongs to tells.
fn comes_from(sentence: &Sentence<'_>, verb: usize) -> bool {
    let noun = match sentence.words[verb].rel {
        Rel::Acl | Rel::AclRelcl => sentence.head(verb),
        _ => sentence.child(verb, Rel::Nsubj).or_else(|| sentence.child(verb, Rel::NsubjPass)),
    };
    noun.is_some_and(|n| TELLING.contains(&lemma(sentence, n)))
}

fn case<'s>(sentence: &'s Sentence<'_>, head: usize) -> &'s str {
    sentence.child(head, Rel::Case).map_or("", |c| lemma(sentence, c))
}

fn lemma<'s>(sentence: &'s Sentence<'_>, i: usize) -> &'s str {
    &sentence.words[i].lemma
}

#[cfg(test)]
mod tests {
    use saydo_syntax::Document;

    use super::*;

    fn check(sentence: &str, expected: bool) {
        let document = Document::by_hand(&[sentence]);
        let s = &document.sentences[0];
        let moscow = s.words.iter().position(|w| w.form == "Moscow").unwrap();
        assert_eq!(acts(s, moscow), expected, "{}", s.text(0..s.len()));
    }

    #[test]
    fn capitals_act_where_they_speak_or_are_spoken_to() {
        check("Moscow/Moscow/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root so/so/ADV/RB/2/advmod", true);
        check(
            "signs/sign/NOUN/NNS/0/root coming/come/VERB/VBG/1/acl from/from/ADP/IN/4/case Moscow/Moscow/PROPN/NNP/2/obl",
            true,
        );
        check(
            "proposals/proposal/NOUN/NNS/0/root sent/send/VERB/VBN/1/acl to/to/ADP/IN/4/case Moscow/Moscow/PROPN/NNP/2/obl",
            true,
        );
        check("They/they/PRON/PRP/2/nsubj urged/urge/VERB/VBD/0/root Moscow/Moscow/PROPN/NNP/2/obj", true);
        check("Moscow/Moscow/PROPN/NNP/3/nmod:poss 's/'s/PART/POS/1/case plan/plan/NOUN/NN/0/root", true);
    }

    #[test]
    fn capitals_are_places_where_things_happen_in_them() {
        check(
            "fighting/fighting/NOUN/NN/0/root near/near/ADP/IN/3/case Moscow/Moscow/PROPN/NNP/1/nmod",
            false,
        );
        check(
            "They/they/PRON/PRP/2/nsubj flew/fly/VERB/VBD/0/root to/to/ADP/IN/4/case Moscow/Moscow/PROPN/NNP/2/obl",
            false,
        );
        check(
            "Moscow/Moscow/PROPN/NNP/3/nsubj:pass was/be/AUX/VBD/3/aux:pass shelled/shell/VERB/VBN/0/root",
            false,
        );
        check(
            "Moscow/Moscow/PROPN/NNP/3/nmod:poss 's/'s/PART/POS/1/case airport/airport/NOUN/NN/0/root",
            false,
        );
    }
}
