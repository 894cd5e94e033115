//! Cues and the frames in which they take their content.

use expect_test::expect;

use crate::check::check;

#[test]
fn a_clause_after_its_cue() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root it/it/PRON/PRP/4/nsubj \
           left/leave/VERB/VBD/2/ccomp"],
        &expect![[r"
            Kyiv | said | it left | say indirect
        "]],
    );
}

#[test]
fn a_clause_before_its_cue() {
    check(
        &["Rain/rain/NOUN/NN/2/nsubj fell/fall/VERB/VBD/5/ccomp ,/,/PUNCT/,/2/punct \
           Kyiv/kyiv/PROPN/NNP/5/nsubj said/say/VERB/VBD/0/root ././PUNCT/./5/punct"],
        &expect![[r"
            Kyiv | said | Rain fell | say indirect
        "]],
    );
}

#[test]
fn a_cue_inside_its_clause() {
    check(
        &["Talks/talk/NOUN/NNS/6/nsubj ,/,/PUNCT/,/4/punct he/he/PRON/PRP/4/nsubj \
           said/say/VERB/VBD/6/parataxis ,/,/PUNCT/,/4/punct failed/fail/VERB/VBD/0/root \
           ././PUNCT/./6/punct"],
        &expect![[r"
            he | said | Talks … failed | say indirect
        "]],
    );
}

#[test]
fn a_cue_that_the_tree_took_for_the_main_clause() {
    check(
        &["Talks/talk/NOUN/NNS/4/nsubj ,/,/PUNCT/,/1/punct Kuleba/kuleba/PROPN/NNP/1/appos \
           said/say/VERB/VBD/0/root ,/,/PUNCT/,/4/punct will/will/AUX/MD/7/aux fail/fail/VERB/VB/4/dep"],
        &expect![[r"
            Kuleba | said | Talks … will fail | say indirect
        "]],
    );
}

#[test]
fn an_object() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root the/the/DET/DT/4/det \
           claim/claim/NOUN/NN/2/obj"],
        &expect![[r"
            Kyiv | denied | the claim | deny indirect
        "]],
    );
}

#[test]
fn an_object_and_what_is_joined_to_it() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj accused/accuse/VERB/VBD/0/root Moscow/moscow/PROPN/NNP/2/obj \
           of/of/ADP/IN/5/case theft/theft/NOUN/NN/2/obl"],
        &expect![[r"
            Kyiv | accused | Moscow of theft | claim indirect
        "]],
    );
}

#[test]
fn an_object_and_what_is_said_of_it() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj described/describe/VERB/VBD/0/root talks/talk/NOUN/NNS/2/obj \
           as/as/ADP/IN/5/case useful/useful/ADJ/JJ/3/nmod"],
        &expect![[r"
            Kyiv | described | talks as useful | say indirect
        "]],
    );
}

#[test]
fn an_object_after_a_particle_that_the_tree_hung_elsewhere() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj shrugged/shrug/VERB/VBD/0/root off/off/ADP/RP/2/compound:prt \
           the/the/DET/DT/5/det poll/poll/NOUN/NN/2/obl"],
        &expect![[r"
            Kyiv | shrugged off | the poll | deny indirect
        "]],
    );
}

#[test]
fn an_infinitive() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj promised/promise/VERB/VBD/0/root to/to/PART/TO/4/mark \
           leave/leave/VERB/VB/2/xcomp"],
        &expect![[r"
            Kyiv | promised | to leave | promise indirect
        "]],
    );
}

#[test]
fn a_gerund() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root hiding/hide/VERB/VBG/2/xcomp \
           tanks/tank/NOUN/NNS/3/obj"],
        &expect![[r"
            Kyiv | denied | hiding tanks | deny indirect
        "]],
    );
}

#[test]
fn a_preposition_that_belongs_to_the_cue() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj called/call/VERB/VBD/0/root for/for/ADP/IN/5/case a/a/DET/DT/5/det \
           truce/truce/NOUN/NN/2/obl"],
        &expect![[r"
            Kyiv | called for | a truce | demand indirect
        "]],
    );
}

#[test]
fn a_verb_that_does_not_take_what_it_has_is_no_cue() {
    check(
        &["The/the/DET/DT/2/det shop/shop/NOUN/NN/3/nsubj accepts/accept/VERB/VBZ/0/root \
           cards/card/NOUN/NNS/3/obj"],
        &expect![""],
    );
}

#[test]
fn a_noun_cue() {
    check(
        &["Its/its/PRON/PRP$/2/nmod:poss promise/promise/NOUN/NN/5/nsubj to/to/PART/TO/4/mark \
           leave/leave/VERB/VB/2/acl failed/fail/VERB/VBD/0/root"],
        &expect![[r"
            Its | promise | to leave | promise indirect
        "]],
    );
}

#[test]
fn a_noun_cue_that_is_itself_who_says_so() {
    check(
        &["Critics/critic/NOUN/NNS/5/nsubj of/of/ADP/IN/4/case the/the/DET/DT/4/det \
           deal/deal/NOUN/NN/1/nmod met/meet/VERB/VBD/0/root"],
        &expect![[r"
            Critics of the deal | Critics of | the deal | say indirect
        "]],
    );
}

#[test]
fn a_noun_cue_whose_clause_the_tree_took_for_a_relative_one() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj issued/issue/VERB/VBD/0/root a/a/DET/DT/4/det \
           warning/warning/NOUN/NN/2/obj that/that/PRON/WDT/7/nsubj dams/dam/NOUN/NNS/7/nsubj \
           broke/break/VERB/VBD/4/acl:relcl"],
        &expect![[r"
            Kyiv | warning | that dams broke | warn indirect
        "]],
    );
}

#[test]
fn an_adjective_cue() {
    check(
        &["Farmers/farmer/NOUN/NNS/3/nsubj are/be/AUX/VBP/3/cop afraid/afraid/ADJ/JJ/0/root \
           of/of/ADP/IN/5/case wolves/wolf/NOUN/NNS/3/obl"],
        &expect![[r"
            Farmers | are afraid of | wolves | think indirect
        "]],
    );
}

#[test]
fn an_adjective_before_its_noun_is_no_cue() {
    check(
        &["The/the/DET/DT/3/det afraid/afraid/ADJ/JJ/3/amod child/child/NOUN/NN/4/nsubj \
           hid/hide/VERB/VBD/0/root"],
        &expect![""],
    );
}

#[test]
fn according_to() {
    check(
        &["Rebels/rebel/NOUN/NNS/2/nsubj left/leave/VERB/VBD/0/root ,/,/PUNCT/,/6/punct \
           according/accord/VERB/VBG/6/case to/to/ADP/IN/4/fixed Kyiv/kyiv/PROPN/NNP/2/obl \
           ././PUNCT/./2/punct"],
        &expect![[r"
            Kyiv | according to | Rebels left | say indirect
        "]],
    );
}

#[test]
fn an_adverb_of_hearsay() {
    check(
        &["Rebels/rebel/NOUN/NNS/3/nsubj reportedly/reportedly/ADV/RB/3/advmod left/leave/VERB/VBD/0/root"],
        &expect![[r"
            - | reportedly | Rebels … left | claim indirect
        "]],
    );
}

#[test]
fn a_poll() {
    check(
        &["In/in/ADP/IN/3/case a/a/DET/DT/3/det poll/poll/NOUN/NN/6/obl ,/,/PUNCT/,/3/punct \
           voters/voter/NOUN/NNS/6/nsubj sang/sing/VERB/VBD/0/root"],
        &expect![[r"
            a poll | In | voters sang | say indirect
        "]],
    );
}

#[test]
fn somebodys_view() {
    check(
        &["In/in/ADP/IN/4/case Kyiv/kyiv/PROPN/NNP/4/nmod:poss 's/'s/PART/POS/2/case \
           view/view/NOUN/NN/7/obl ,/,/PUNCT/,/4/punct talks/talk/NOUN/NNS/7/nsubj \
           failed/fail/VERB/VBD/0/root"],
        &expect![[r"
            Kyiv 's | In | talks failed | say indirect
        "]],
    );
}

#[test]
fn a_negated_cue() {
    check(
        &[
            "Kyiv/kyiv/PROPN/NNP/4/nsubj did/do/AUX/VBD/4/aux not/not/PART/RB/4/advmod say/say/VERB/VB/0/root \
           rain/rain/NOUN/NN/6/nsubj fell/fall/VERB/VBD/4/ccomp",
        ],
        &expect![[r"
            Kyiv | did not say | rain fell | say indirect not
        "]],
    );
}

#[test]
fn a_clause_that_the_tree_joined_with_the_one_before() {
    check(
        &["He/he/PRON/PRP/2/nsubj asserted/assert/VERB/VBD/0/root that/that/SCONJ/IN/6/mark \
           they/they/PRON/PRP/6/nsubj have/have/AUX/VBP/6/aux gone/go/VERB/VBN/2/ccomp \
           and/and/CCONJ/CC/8/cc added/add/VERB/VBD/6/conj that/that/SCONJ/IN/11/mark \
           rain/rain/NOUN/NN/11/nsubj fell/fall/VERB/VBD/8/ccomp"],
        &expect![[r"
            He | asserted | that they have gone | claim indirect
            He | added | that rain fell | say indirect
        "]],
    );
}
