//! Whose words they are, to whom they are said, and which statement stands inside which.

use expect_test::expect;

use crate::check::check;

#[test]
fn two_cues_with_one_subject() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj rejected/reject/VERB/VBD/0/root talks/talk/NOUN/NNS/2/obj \
           and/and/CCONJ/CC/5/cc demanded/demand/VERB/VBD/2/conj a/a/DET/DT/7/det \
           truce/truce/NOUN/NN/5/obj"],
        &expect![[r"
            Kyiv | rejected | talks | deny indirect
            Kyiv | demanded | a truce | demand indirect
        "]],
    );
}

#[test]
fn a_participle_after_a_comma_goes_with_the_main_verb() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj urged/urge/VERB/VBD/0/root Moscow/moscow/PROPN/NNP/2/obj \
           to/to/PART/TO/5/mark leave/leave/VERB/VB/2/xcomp ,/,/PUNCT/,/7/punct saying/say/VERB/VBG/5/advcl \
           rain/rain/NOUN/NN/9/nsubj fell/fall/VERB/VBD/7/ccomp"],
        &expect![[r"
            Kyiv | urged | Moscow to leave | demand indirect
            Kyiv | saying | rain fell | say indirect
        "]],
    );
}

#[test]
fn whom_somebody_urges_is_who_acts() {
    check(
        &["Rain/rain/NOUN/NN/2/nsubj led/lead/VERB/VBD/0/root Moscow/moscow/PROPN/NNP/2/obj \
           to/to/PART/TO/5/mark announce/announce/VERB/VB/2/xcomp a/a/DET/DT/7/det \
           truce/truce/NOUN/NN/5/obj"],
        &expect![[r"
            Moscow | announce | a truce | announce indirect
        "]],
    );
}

#[test]
fn a_passive_with_an_agent() {
    check(
        &["The/the/DET/DT/2/det claim/claim/NOUN/NN/4/nsubj:pass was/be/AUX/VBD/4/aux:pass \
           denied/deny/VERB/VBN/0/root by/by/ADP/IN/6/case Kyiv/kyiv/PROPN/NNP/4/obl:agent"],
        &expect![[r"
            Kyiv | was denied | The claim | deny indirect
        "]],
    );
}

#[test]
fn a_passive_that_hides_who_says_so() {
    check(
        &["It/it/PRON/PRP/3/expl was/be/AUX/VBD/3/aux:pass announced/announce/VERB/VBN/0/root \
           that/that/SCONJ/IN/6/mark rain/rain/NOUN/NN/6/nsubj fell/fall/VERB/VBD/3/csubj:pass"],
        &expect![[r"
            - | was announced | that rain fell | announce indirect
        "]],
    );
}

#[test]
fn a_subject_of_whom_nobody_in_particular_says_so() {
    check(
        &["Moscow/moscow/PROPN/NNP/3/nsubj:pass is/be/AUX/VBZ/3/aux:pass expected/expect/VERB/VBN/0/root \
           to/to/PART/TO/5/mark leave/leave/VERB/VB/3/xcomp"],
        &expect![[r"
            - | is expected | Moscow … to leave | think indirect
        "]],
    );
}

#[test]
fn a_statement_within_a_statement() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root Moscow/moscow/PROPN/NNP/4/nsubj \
           announced/announce/VERB/VBD/2/ccomp that/that/SCONJ/IN/7/mark rain/rain/NOUN/NN/7/nsubj \
           fell/fall/VERB/VBD/4/ccomp"],
        &expect![[r"
            Kyiv | said | Moscow announced that rain fell | say indirect
            Moscow | announced | that rain fell | announce indirect in 0
        "]],
    );
}

#[test]
fn what_speakers_say_of_their_own_minds_is_no_statement_of_its_own() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root it/it/PRON/PRP/4/nsubj \
           hopes/hope/VERB/VBZ/2/ccomp to/to/PART/TO/6/mark leave/leave/VERB/VB/4/xcomp"],
        &expect![[r"
            Kyiv | said | it hopes to leave | say indirect
        "]],
    );
}

#[test]
fn whom_somebody_tells() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj told/tell/VERB/VBD/0/root reporters/reporter/NOUN/NNS/2/iobj \
           that/that/SCONJ/IN/6/mark rain/rain/NOUN/NN/6/nsubj fell/fall/VERB/VBD/2/ccomp"],
        &expect![[r"
            Kyiv | told | that rain fell | say indirect to reporters
        "]],
    );
}

#[test]
fn to_whom_somebody_says() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root to/to/ADP/IN/4/case \
           reporters/reporter/NOUN/NNS/2/obl that/that/SCONJ/IN/7/mark rain/rain/NOUN/NN/7/nsubj \
           fell/fall/VERB/VBD/2/ccomp"],
        &expect![[r"
            Kyiv | said | that rain fell | say indirect to reporters
        "]],
    );
}

#[test]
fn a_relative_pronoun_stands_for_its_noun() {
    check(
        &["The/the/DET/DT/2/det envoy/envoy/NOUN/NN/7/nsubj who/who/PRON/WP/4/nsubj \
           said/say/VERB/VBD/2/acl:relcl rain/rain/NOUN/NN/6/nsubj fell/fall/VERB/VBD/4/ccomp \
           left/leave/VERB/VBD/0/root"],
        &expect![[r"
            The envoy who | said | rain fell | say indirect
        "]],
    );
}

#[test]
fn who_holds_a_noun_cue_by_a_light_verb() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj made/make/VERB/VBD/0/root a/a/DET/DT/4/det \
           promise/promise/NOUN/NN/2/obj to/to/PART/TO/6/mark leave/leave/VERB/VB/4/acl"],
        &expect![[r"
            Kyiv | promise | to leave | promise indirect
        "]],
    );
}

#[test]
fn a_people_before_a_noun_cue() {
    check(
        &["The/the/DET/DT/3/det Russian/russian/ADJ/JJ/3/amod promise/promise/NOUN/NN/6/nsubj \
           to/to/PART/TO/5/mark leave/leave/VERB/VB/3/acl failed/fail/VERB/VBD/0/root"],
        &expect![[r"
            Russian | promise | to leave | promise indirect
        "]],
    );
}
