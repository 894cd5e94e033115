//! Any text and any bytes.

use proptest::prelude::*;
use saydo_copies::{Error, Families, Signature, compare, keys, sign};

proptest! {
    #[test]
    fn any_text_has_a_signature_that_is_kept_in_bytes(text in "(\\PC|[.\"'“”‘’\n -]|[A-Z][a-z]{2,9} ){0,200}") {
        let signature = sign(&text);
        prop_assert_eq!(Signature::from_bytes(&signature.to_bytes()), Ok(signature.clone()));
        prop_assert!(keys(&signature).len() <= 24);
        if let Some(copy) = compare(&signature, &signature) {
            prop_assert!(copy.similarity > 0.99, "{copy:?}");
        }
        if let Some(mark) = Families::shipped().mark(&text) {
            prop_assert!(text[mark.at].contains(&mark.words));
        }
    }

    #[test]
    fn any_bytes_are_a_signature_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        match Signature::from_bytes(&bytes) {
            Ok(signature) => prop_assert_eq!(signature.to_bytes(), bytes),
            Err(error) => prop_assert!(matches!(error, Error::Signature(_)), "{error}"),
        }
    }

    #[test]
    fn any_publisher_has_a_family(publisher in "\\PC{0,40}", url in "(https?://)?\\PC{0,40}") {
        let family = Families::shipped().family(Some(&publisher), Some(&url));
        prop_assert!(!family.name.is_empty() && !family.why.is_empty());
    }
}

#[test]
fn what_is_wrong_with_bytes_is_told() {
    let told = |bytes: &[u8]| Signature::from_bytes(bytes).unwrap_err().to_string();
    assert_eq!(told(&[]), "these bytes are no signature of a text: they are too few; sign the text again");
    assert!(told(&[9, 0]).contains("another version"));
    assert!(told(&[1, 0, 5]).contains("cut off or damaged"));
}

#[test]
fn long_and_odd_texts_take_no_longer_than_their_length() {
    for unit in
        [".", "!\"", "word ", "\n", "(", "a.b,c'd-", "‘", "Sentence one ends here now. ", "漢字", "\u{301}"]
    {
        let text = unit.repeat(400_000 / unit.len());
        let signature = sign(&text);
        assert!(signature.to_bytes().len() < 4000);
        assert!(Families::shipped().mark(&text).is_none(), "{unit}");
    }
}

#[test]
fn two_long_texts_with_much_in_common_are_found() {
    let sentence = |n: usize| {
        let word = |i: usize| format!("w{}x", (n * 31 + i * 17) % 9973);
        format!(
            "The {} of {} met the {} near {} and the {} with {}. ",
            word(1),
            word(2),
            word(3),
            word(4),
            word(5),
            word(6)
        )
    };
    let long: String = (0..3000).map(sentence).collect();
    let shorter: String = (500..3000).map(sentence).collect();
    let other: String = (20_000..23_000).map(|n| sentence(n).replace('w', "q")).collect();
    assert!(compare(&sign(&long), &sign(&shorter)).is_some());
    assert_eq!(compare(&sign(&long), &sign(&other)), None);
}
