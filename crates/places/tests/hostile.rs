//! What holds for any text: spans in order, inside the text, on word borders, and the same twice.

use proptest::prelude::*;
use saydo_engine::Engine;
use saydo_places::Found;

fn check(text: &str) -> Result<(), TestCaseError> {
    let report = saydo_engine::read::plain("hostile", text.as_bytes());
    let (document, _) = Engine::shipped().document(&report);
    let mentions = saydo_mentions::find(&document);
    let found = saydo_places::find(&document, &mentions);
    let mut last = 0;
    for f in &found {
        prop_assert!(last <= f.span.start && f.span.start < f.span.end && f.span.of(&report.text).is_some());
        last = f.span.end;
        well_placed(f)?;
        let same = f.mention.is_none_or(|m| mentions.list[m].span == f.span);
        prop_assert!(same && document.sentences[f.sentence].span(f.words.clone()) == f.span);
    }
    prop_assert_eq!(&found, &saydo_places::find(&document, &mentions));
    Ok(())
}

fn well_placed(f: &Found) -> Result<(), TestCaseError> {
    prop_assert!(f.place.lat.abs() <= 90.0 && f.place.lon.abs() <= 180.0 && !f.place.name.is_empty());
    prop_assert!(f.place.country.as_ref().is_none_or(|c| c.len() == 3));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_text_is_survived(text in "\\PC{0,120}") {
        check(&text)?;
    }

    #[test]
    fn names_and_signs_in_any_order_are_survived(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "Paris", "Texas", ",", "St.", "U.S.", "of", "-", "Washington", "County", "R", "Ky.", "(", "AP", ")",
                "near", "North", "the", "Georgian", "'s", "NEW", "YORK", ".", "Sea", "Kyiv", "İ", "said", "\n",
            ]),
            0..40,
        )
    ) {
        check(&words.join(" "))?;
    }
}

#[test]
fn long_lists_of_common_names_take_no_time_to_speak_of() {
    let text = "Springfield, Washington, San Antonio, Santa Maria and Franklin. ".repeat(500);
    let report = saydo_engine::read::plain("hostile", text.as_bytes());
    let (document, _) = Engine::shipped().document(&report);
    let mentions = saydo_mentions::find(&document);
    let start = std::time::Instant::now();
    let found = saydo_places::find(&document, &mentions);
    assert!(!found.is_empty() && start.elapsed().as_secs() < 5);
}
