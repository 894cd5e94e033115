//! What a finding rests on.

mod sample;

use saydo_brief::{Explained, Look, explain, title};

fn explained(sample: &sample::Sample, id: &str, look: Look) -> String {
    let word = sample.picture.words.iter().find(|w| w.id == id).expect("it is there");
    let cites: Vec<_> = word.said_in.iter().chain(word.against.iter().map(|e| &e.cite)).cloned().collect();
    let title = title(&sample.picture, id).expect("it is there");
    let finding = Explained {
        id,
        title: &title,
        rule: "word-contradicted",
        because: "Contradicted: at least one other voice speaks against it, none for it.",
        cites: &cites,
    };
    explain(&finding, &sample.citations, look)
}

#[test]
fn a_finding_is_told_down_to_the_versions_that_read_it() {
    expect_test::expect![[r"
        ── w7.1 ────────────────────────────────────────────────────────────────────────
        Kremlin spokesman (Russian government) assured: no attack. Said 25 Jan, again 15
        Feb · contradicted since 14 Feb; rests on the other side's word only; 0 for, 1
        against

        Rule word-contradicted: Contradicted: at least one other voice speaks against
          it, none for it.

        It rests on 2 sentences

        1. Russia, published 25 Jan 2022                                           r7.v1
           “The Kremlin spokesman repeated that there was no plan to «invade» anybody.”
           speaker    The Kremlin spokesman
           sentence   code points 120 to 240 of the text
           trigger    invade (code points 57 to 63 of the sentence)
           publisher  Example Daily; counts as Example Daily
           published  25 January 2022
           title      Report 7 of Example Daily
           url        https://example-daily.example/2022-01-25/7
           report     example-daily-7, SHA-256
                      0000000000000000000000000000000000000000000000000000000000000007
           read by    saydo 0.1.0, weights 7, tables 12

        2. Ukraine, published 14 Feb 2022                                          r8.v1
           “Ukraine's defence minister counted battalions «massing» on three sides of
           the country.”
           speaker    Ukraine's defence minister
           sentence   code points 120 to 240 of the text
           trigger    massing (code points 46 to 53 of the sentence)
           publisher  Example Wire; counts as Example Wire
           published  14 February 2022
           title      Report 8 of Example Wire
           url        https://example-wire.example/2022-02-14/8
           report     example-wire-8, SHA-256
                      0000000000000000000000000000000000000000000000000000000000000008
           read by    saydo 0.1.0, weights 7, tables 12
    "]]
    .assert_eq(&explained(&sample::rich(), "w7.1", Look::default()));
}

#[test]
fn a_sentence_alone_has_no_rule() {
    let sample = sample::rich();
    let cite = sample.picture.words[0].said_in[0].clone();
    let finding = Explained { id: "r1.v1", title: "A sentence", rule: "", because: "", cites: &[cite] };
    let text = explain(&finding, &sample.citations, Look::default());
    assert!(!text.contains("Rule"), "{text}");
    assert!(text.contains("It rests on 1 sentence\n"), "{text}");
}

#[test]
fn every_finding_of_the_picture_has_a_title_without_codes() {
    let picture = sample::rich().picture;
    let diplomacy = &picture.diplomacy;
    let ids = picture.words.iter().map(|w| &w.id).chain(picture.posture.iter().map(|p| &p.id));
    let ids = ids
        .chain(picture.indicators.iter().map(|i| &i.id))
        .chain(picture.measures.pairs.iter().map(|p| &p.id));
    let ids =
        ids.chain(diplomacy.proposals.iter().map(|p| &p.id)).chain(diplomacy.talks.iter().map(|t| &t.id));
    let ids = ids.chain(
        diplomacy.demands.iter().chain(&diplomacy.refusals).chain(&diplomacy.readiness).map(|d| &d.id),
    );
    let own = ["headline", "warning", "coverage"].map(str::to_owned);
    for id in ids.chain(&own) {
        let title = title(&picture, id).unwrap_or_else(|| panic!("{id} has none"));
        let code =
            title.split(|c: char| !c.is_alphanumeric()).find(|w| ["RUS", "UKR", "IGONAT", "USA"].contains(w));
        assert_eq!(code, None, "{title}");
    }
    assert_eq!(title(&picture, "w999.1"), None);
    assert_eq!(
        title(&picture, "p:RUS:Belarus:troops").as_deref(),
        Some(
            "Troops of Russia in Belarus: building since 24 Jan; 4 voices, moving in 16 Feb; 25,000 to 30,000"
        )
    );
}

#[test]
fn hostile_evidence_commands_nothing() {
    let sample = sample::hostile();
    let text = explained(&sample, "w0.1", Look { color: false, ..Look::default() });
    assert_eq!(text.find(|c: char| c.is_control() && c != '\n'), None);
}
