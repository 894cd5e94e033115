//! Rules on trees built by hand, without weights.

use saydo_standing::{Judge, Judgement, Standing};
use saydo_syntax::Document;

fn judge(sentence: &str, word: usize) -> Judgement {
    let document = Document::by_hand(&[sentence]);
    let mentions = saydo_mentions::find(&document);
    let statements = saydo_statements::find(&document, &mentions);
    Judge::new(&document, &mentions, &statements).judge(0, word, &[])
}

fn standing(sentence: &str, word: usize) -> (Standing, bool) {
    let found = judge(sentence, word);
    (found.standing, found.negated)
}

#[test]
fn two_negations_are_none() {
    let failed = "Troops/troops/NOUN/NNS/3/nsubj never/never/ADV/RB/3/advmod failed/fail/VERB/VBD/0/root \
        to/to/PART/TO/5/mark leave/leave/VERB/VB/3/xcomp";
    assert_eq!(standing(failed, 4), (Standing::Reported, false));
    assert_eq!(standing(failed, 2), (Standing::Reported, true));
}

#[test]
fn a_noun_without_a_sign_of_it_is_negated_once() {
    let sign = "They/they/PRON/PRP/2/nsubj saw/see/VERB/VBD/0/root no/no/DET/DT/4/det sign/sign/NOUN/NN/2/obj \
        of/of/ADP/IN/7/case a/a/DET/DT/7/det withdrawal/withdrawal/NOUN/NN/4/nmod";
    assert!(judge(sign, 6).negated);
    assert!(judge(sign, 1).negated);
}

#[test]
fn the_outermost_mood_decides_and_reasons_are_free_of_it() {
    let may = "They/they/PRON/PRP/3/nsubj may/may/AUX/MD/3/aux promise/promise/VERB/VB/0/root to/to/PART/TO/5/mark \
        leave/leave/VERB/VB/3/xcomp because/because/SCONJ/IN/8/mark snow/snow/NOUN/NN/8/nsubj \
        fell/fall/VERB/VBD/3/advcl";
    assert_eq!(standing(may, 4), (Standing::Possible, false));
    assert_eq!(standing(may, 7), (Standing::Reported, false));
    assert_eq!(judge(may, 4).because, "may: possible; promise: intended");
}

#[test]
fn coordinated_verbs_share_what_stands_before_the_first() {
    let both = "They/they/PRON/PRP/4/nsubj will/will/AUX/MD/4/aux not/not/PART/RB/4/advmod leave/leave/VERB/VB/0/root \
        or/or/CCONJ/CC/6/cc turn/turn/VERB/VB/4/conj";
    assert_eq!(standing(both, 5), (Standing::Intended, true));
    let one = "They/they/PRON/PRP/4/nsubj did/do/AUX/VBD/4/aux not/not/PART/RB/4/advmod leave/leave/VERB/VB/0/root \
        and/and/CCONJ/CC/6/cc fought/fight/VERB/VBD/4/conj";
    assert_eq!(standing(one, 5), (Standing::Reported, false));
}

#[test]
fn a_phrase_hung_on_the_verb_belongs_to_the_noun_before_it() {
    let plan = "They/they/PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root the/the/DET/DT/4/det plan/plan/NOUN/NN/2/obj \
        to/to/PART/TO/6/mark attack/attack/VERB/VB/2/advcl";
    assert_eq!(judge(plan, 5).because, "plan: intended");
}

#[test]
fn adjectives_and_adverbs_say_how_their_word_stands() {
    let alleged = "The/the/DET/DT/3/det alleged/alleged/ADJ/JJ/3/amod attack/attack/NOUN/NN/5/nsubj \
        nearly/nearly/ADV/RB/5/advmod failed/fail/VERB/VBD/0/root";
    assert_eq!(standing(alleged, 2).0, Standing::Claimed);
    assert_eq!(standing(alleged, 4), (Standing::Reported, true));
}
