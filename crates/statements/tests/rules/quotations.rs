//! Quotations: who says them, how far they go, and which quotation marks are none.

use expect_test::expect;

use crate::check::{check, check_paragraphs};

/// “We saw the road: a quotation that is open, with a verb that no part of speech makes a cue.
const WE: &str = "“/“/PUNCT/``/3/punct We/we/PRON/PRP/3/nsubj saw/see/X/VBD/0/root the/the/DET/DT/5/det \
    road/road/NOUN/NN/3/obj";

/// Kyiv said.
const SAID: &str = "Kyiv/kyiv/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root";

#[test]
fn a_quotation_before_its_cue() {
    check(
        &["“/“/PUNCT/``/3/punct We/we/PRON/PRP/3/nsubj go/go/VERB/VBP/7/ccomp ,/,/PUNCT/,/3/punct \
           ”/”/PUNCT/''/3/punct Kyiv/kyiv/PROPN/NNP/7/nsubj said/say/VERB/VBD/0/root ././PUNCT/./7/punct"],
        &expect![[r"
            Kyiv | said | “ We go , ” | say direct
        "]],
    );
}

#[test]
fn quoted_words_in_an_indirect_content() {
    check(
        &[
            "Kyiv/kyiv/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root it/it/PRON/PRP/6/nsubj “/“/PUNCT/``/6/punct \
           never/never/ADV/RB/6/advmod saw/see/VERB/VBD/2/ccomp ”/”/PUNCT/''/6/punct \
           him/he/PRON/PRP/6/obj",
        ],
        &expect![[r"
            Kyiv | said | it “ never saw ” him | say mixed
        "]],
    );
}

#[test]
fn a_quotation_whose_cue_the_tree_hung_elsewhere() {
    check(
        &[&format!(
            "{WE} ,/,/PUNCT/,/3/punct ”/”/PUNCT/''/3/punct said/say/VERB/VBD/3/dep \
             Kyiv/kyiv/PROPN/NNP/8/nsubj"
        )],
        &expect![[r"
            Kyiv | said | “ We saw the road , ” | say direct
        "]],
    );
}

#[test]
fn a_quotation_beside_a_verb_that_no_lexicon_has() {
    check(
        &[&format!(
            "{WE} ,/,/PUNCT/,/3/punct ”/”/PUNCT/''/3/punct honked/honk/VERB/VBD/3/dep \
             Frank/frank/PROPN/NNP/3/dep"
        )],
        &expect![[r"
            Frank | honked | “ We saw the road , ” | say direct
        "]],
    );
}

#[test]
fn a_quotation_without_a_speaker() {
    check(
        &[&format!("{WE} ././PUNCT/./3/punct ”/”/PUNCT/''/3/punct")],
        &expect![[r"
        - | - | “ We saw the road . ” | - direct
    "]],
    );
}

#[test]
fn a_quotation_after_a_name_and_a_colon() {
    check(
        &[&format!(
            "Kuleba/kuleba/PROPN/NNP/5/dep :/:/PUNCT/:/1/punct {} ”/”/PUNCT/''/3/punct",
            shifted(WE, 2)
        )],
        &expect![[r"
            Kuleba | : | “ We saw the road ” | say direct
        "]],
    );
}

#[test]
fn a_quotation_over_two_sentences() {
    check(
        &[
            &format!("{WE} ././PUNCT/./3/punct"),
            "We/we/PRON/PRP/2/nsubj go/go/VERB/VBP/6/ccomp ,/,/PUNCT/,/2/punct ”/”/PUNCT/''/2/punct \
             Kyiv/kyiv/PROPN/NNP/6/nsubj said/say/VERB/VBD/0/root",
        ],
        &expect![[r"
            Kyiv | said | “ We saw the road . … We go , ” | say direct
        "]],
    );
}

#[test]
fn a_quotation_that_goes_on_after_its_cue() {
    check(
        &[
            "“/“/PUNCT/``/3/punct We/we/PRON/PRP/3/nsubj go/go/VERB/VBP/7/ccomp ,/,/PUNCT/,/3/punct \
             ”/”/PUNCT/''/3/punct Kyiv/kyiv/PROPN/NNP/7/nsubj said/say/VERB/VBD/0/root \
             ././PUNCT/./7/punct",
            &format!("{WE} ././PUNCT/./3/punct ”/”/PUNCT/''/3/punct"),
        ],
        &expect![[r"
            Kyiv | said | “ We go , ” … “ We saw the road . ” | say direct
        "]],
    );
}

#[test]
fn a_quotation_over_two_paragraphs() {
    check_paragraphs(
        &[&format!("{SAID} :/:/PUNCT/:/2/punct {}", shifted(WE, 3)), &format!("{WE} ”/”/PUNCT/''/3/punct")],
        &expect![[r"
            Kyiv | said | “ We saw the road … “ We saw the road ” | say direct
        "]],
    );
}

#[test]
fn a_quotation_that_never_closes_ends_with_its_paragraph() {
    check_paragraphs(
        &[
            &format!("{SAID} :/:/PUNCT/:/2/punct {}", shifted(WE, 3)),
            "Rain/rain/NOUN/NN/2/nsubj fell/fall/VERB/VBD/0/root",
        ],
        &expect![[r"
            Kyiv | said | “ We saw the road | say direct
        "]],
    );
}

#[test]
fn a_quotation_whose_cue_begins_the_next_sentence() {
    check(
        &[&format!("{WE} ?/?/PUNCT/./3/punct ”/”/PUNCT/''/3/punct"), SAID],
        &expect![[r"
        Kyiv | said | “ We saw the road ? ” | say direct
    "]],
    );
}

#[test]
fn a_paragraph_of_its_own_after_who_spoke() {
    check_paragraphs(
        &[
            "Kyiv/kyiv/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root rain/rain/NOUN/NN/4/nsubj \
             fell/fall/VERB/VBD/2/ccomp",
            &format!("{WE} ././PUNCT/./3/punct ”/”/PUNCT/''/3/punct"),
        ],
        &expect![[r"
            Kyiv | said | rain fell … “ We saw the road . ” | say mixed
        "]],
    );
}

#[test]
fn titles_and_words_at_arms_length_are_no_statements() {
    check(
        &[
            "The/the/DET/DT/4/det “/“/PUNCT/``/4/punct freedom/freedom/NOUN/NN/4/compound \
             army/army/NOUN/NN/6/nsubj ”/”/PUNCT/''/4/punct left/leave/VERB/VBD/0/root",
            "Frank/frank/PROPN/NNP/2/nsubj wrote/write/X/VBD/0/root “/“/PUNCT/``/8/punct \
             The/the/DET/DT/8/det Old/old/ADJ/JJ/8/amod Man/man/NOUN/NN/8/compound and/and/CCONJ/CC/8/cc \
             Sea/sea/NOUN/NN/2/obj ”/”/PUNCT/''/8/punct",
        ],
        &expect![""],
    );
}

#[test]
fn single_marks_quote_and_apostrophes_do_not() {
    check(
        &["Kyiv/kyiv/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root the/the/DET/DT/4/det \
           troops/troops/NOUN/NNS/6/nmod:poss ’/’/PART/POS/4/case boots/boot/NOUN/NNS/7/nsubj \
           leaked/leak/VERB/VBD/2/ccomp"],
        &expect![[r"
            Kyiv | said | the troops ’ boots leaked | say indirect
        "]],
    );
}

/// The words of a sentence with heads for words that `by` others stand before.
fn shifted(words: &str, by: usize) -> String {
    let shift = |word: &str| {
        let mut parts: Vec<String> = word.split('/').map(str::to_owned).collect();
        let head = parts[4].parse::<usize>().unwrap_or_default();
        parts[4] = if head == 0 { 2.to_string() } else { (head + by).to_string() };
        parts.join("/")
    };
    words.split_whitespace().map(shift).collect::<Vec<_>>().join(" ")
}
