//! The picture as Markdown.

mod sample;

use saydo_brief::markdown;

fn text(sample: &sample::Sample) -> String {
    markdown(&sample.picture, &sample.citations)
}

#[test]
fn the_answer_comes_first_with_quoted_sentences() {
    let text = text(&sample::rich());
    let head: Vec<&str> = text.lines().take(12).collect();
    expect_test::expect![[r"
        # Ukraine border, 16 February 2022

        **Said to be easing, not seen.** `headline`

        Russia, as of 16 February 2022, reports since 1 November 2021.

        > **Mind:** Coverage fell: 19.0 reports a day in the last seven days, 50.7 in the 28 days before. Fewer events told of does not mean that fewer happened.

        1. Russia announced that some of its troops return to their bases[^1] `w1.1`
           > “Russia's defence ministry said on Tuesday that some units in the south were **going back** to their garrisons after drills.” — Example Wire, 15 Feb 2022

        2. NATO and two outlets see no withdrawal[^2] `w1.1`"]]
    .assert_eq(&head.join("\n"));
}

#[test]
fn every_footnote_is_referred_to_and_every_reference_has_its_footnote() {
    for sample in [sample::rich(), sample::hostile()] {
        let text = text(&sample);
        let (body, sources) = text.split_once("## Sources").expect("there are sources");
        let notes = sources.lines().filter(|line| line.starts_with("[^")).count();
        assert!(notes > 10);
        for n in 1..=notes {
            assert!(body.contains(&format!("[^{n}]")), "{n}");
            assert_eq!(sources.lines().filter(|l| l.starts_with(&format!("[^{n}]: "))).count(), 1, "{n}");
        }
        assert!(!body.contains(&format!("[^{}]", notes + 1)));
    }
}

#[test]
fn a_footnote_has_the_sentence_and_the_way_to_it() {
    assert!(text(&sample::rich()).contains(
        "[^1]: “Russia's defence ministry said on Tuesday that some units in the south were **going back** to their \
         garrisons after drills.” — Example Wire, 15 Feb 2022. \
         [example-wire.example](<https://example-wire.example/2022-02-15/1>) `r1.v1`"
    ));
}

#[test]
fn rows_have_as_many_cells_as_their_head() {
    for sample in [sample::rich(), sample::empty(), sample::hostile()] {
        let text = text(&sample);
        let cells = |line: &str| line.replace("\\|", "").matches('|').count();
        let mut wanted = None;
        for line in text.lines() {
            match wanted {
                Some(n) if line.starts_with('|') => assert_eq!(cells(line), n, "{line}"),
                _ => wanted = line.starts_with('|').then(|| cells(line)),
            }
        }
    }
}

#[test]
fn text_from_outside_makes_no_markup_and_no_link() {
    let text = text(&sample::hostile());
    let shown = ["\\[", "\\]", "\\`", "\\*"].iter().fold(text.clone(), |text, mark| text.replace(mark, ""));
    assert!(!shown.contains("](javascript") && !shown.contains("](http:") && !shown.contains("![x]"));
    assert!(!text.contains("<script") && !text.contains("<img") && !text.contains("</"));
    assert!(!text.contains("<javascript"));
    assert!(!text.contains("http://evil") && !text.contains("www.evil"), "addresses are broken up");
    let starts = text.lines().filter(|line| line.starts_with("# ")).count();
    assert_eq!(starts, 1, "only our own heading");
    assert_eq!(text.find(|c: char| c.is_control() && c != '\n'), None);
}

#[test]
fn a_picture_of_nothing_says_so() {
    let text = text(&sample::empty());
    assert!(text.contains("Nothing. The picture has not changed since 15 February 2022."));
    assert!(text.contains("Nobody has said anything that can be tested."));
    assert!(!text.contains("## Sources"));
}
