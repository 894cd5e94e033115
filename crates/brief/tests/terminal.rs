//! What an analyst reads on a terminal.

mod sample;

use saydo_brief::{Look, terminal};
use unicode_width::UnicodeWidthStr;

fn shown(sample: &sample::Sample, width: usize) -> String {
    terminal(&sample.picture, &sample.citations, Look { width, ..Look::default() })
}

/// The lines from the one that starts with `from` up to the next empty one.
fn section(text: &str, from: &str) -> String {
    let lines = text.lines().skip_while(|line| !line.starts_with(from)).take_while(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_answer_comes_first_with_the_facts_that_carry_it() {
    let text = shown(&sample::rich(), 80);
    let head: Vec<&str> = text.lines().take(13).collect();
    expect_test::expect![[r"
        ── Ukraine border · 16 February 2022 ───────────────────────────────────────────
        Russia, as of 16 February 2022, reports since 1 November 2021

        Said to be easing, not seen.                                            headline
        ! Coverage fell: 19.0 reports a day in the last seven days, 50.7 in     coverage
          the 28 days before. Fewer events told of does not mean that fewer happened.

         1. Russia announced that some of its troops return to their bases          w1.1
             “Russia's defence ministry said on Tuesday that some units in the     r1.v1
             south were «going back» to their garrisons after drills.” — Example Wire,
             15 Feb 2022

         2. NATO and two outlets see no withdrawal                                  w1.1"]]
    .assert_eq(&head.join("\n"));
}

#[test]
fn a_word_shows_its_state_its_days_and_the_newest_evidence_on_both_sides() {
    expect_test::expect![[r"
        ± DISPUTED Defence Ministry (Russian armed forces) announced: withdrawal    w1.1
            of some troops (Crimea and Southern Military District)
            said 15 Feb, again 16 Feb · repeated by Belarus · disputed since 16 Feb
            rests on images; 1 for, 2 against
            “Russia's defence ministry said on Tuesday that some units in the      r1.v1
            south were «going back» to their garrisons after drills.” — Example Wire, 15
            Feb 2022
            for: Example Daily (press), 15 Feb: equipment is seen to leave
              “A reporter at a siding in Crimea saw a dozen armoured vehicles      r2.v1
              being «loaded» on to a train.” — Example Daily, 15 Feb 2022
            against: Example Imaging (images), 16 Feb: more forces come in
              “New pictures from Example Imaging show a pontoon bridge and fresh   r4.v1
              tents where «more troops» arrived this week.” — Example Post, 16 Feb 2022"]]
    .assert_eq(&section(&shown(&sample::rich(), 80), "± DISPUTED"));
}

#[test]
fn the_posture_board_is_aligned_and_each_row_has_its_id() {
    let board = section(&shown(&sample::rich(), 100), "Posture board");
    expect_test::expect![[r"
        Posture board (trend, last told direction, voices outside the own side)
          Russia in Belarus
            troops        ▲ building  in 16 Feb        4 voices
              25,000 to 30,000                                                          p:RUS:Belarus:troops
            air defence   ▲ building  in 9 Feb         2 voices
                                                                                   p:RUS:Belarus:air_defence"]]
    .assert_eq(&board.lines().take(6).collect::<Vec<_>>().join("\n"));
}

#[test]
fn words_and_deeds_stand_over_what_was_read() {
    let text = shown(&sample::rich(), 80);
    let from = text.find("  Russia → Ukraine").expect("it is there");
    let deeds: Vec<&str> = text[from..].lines().take(3).collect();
    assert!(deeds[0].ends_with("m:RUS:UKR"), "{deeds:?}");
    assert!(deeds[1].contains("words") && deeds[1].ends_with("│▆ ▆▂  ▄  −2.4 (−3.3 to −1.7), was −1.6"));
    assert!(deeds[2].contains("deeds") && deeds[2].contains("−4.1 (−5.0 to −3.4), was −3.3"));
    assert!(text.contains("reports  ▆▆▇▇▇▆█▇▇▆██▇▆██▇▇██▇▇███▇██│▃▃▃▃▃▃▃"));
}

#[test]
fn a_picture_of_nothing_says_so() {
    expect_test::expect![[r"
        ── Quiet border · 16 February 2022 ─────────────────────────────────────────────
        Russia, as of 16 February 2022

        Too little coverage to say.                                             headline

        What changed since 15 February 2022
          Nothing. The picture has not changed since 15 February 2022.

        0 words under test (nobody has said anything that can be tested)

        Posture board (no report tells of forces)

        Warning time                                                             warning
          Not short: two or fewer of the four things that an attack needs are in place.
          ○ manoeuvre: not seen
          ○ fires: not seen
          ○ air defence: not seen
          ○ logistics: not seen

        Diplomacy (no report tells of any)

        Indicators (0 of 0 seen)

        Words and deeds
          0.0 reports a day in the last seven days, 0.0 in the 28 days before.  coverage
          no events between two sides

        Each id stands for a finding or a sentence: saydo explain ID tells what it rests
        on.
    "]]
    .assert_eq(&shown(&sample::empty(), 80));
}

#[test]
fn no_line_is_wider_than_the_page() {
    for sample in [sample::rich(), sample::empty(), sample::hostile()] {
        for width in [50, 60, 80, 100] {
            let text = shown(&sample, width);
            let wide = text.lines().find(|line| line.width() > width);
            assert_eq!(wide, None, "at {width} columns");
        }
    }
}

#[test]
fn colour_adds_no_letter_and_is_never_the_only_mark() {
    let sample = sample::rich();
    let look = Look { color: true, ..Look::default() };
    let painted = terminal(&sample.picture, &sample.citations, look);
    let mut bare = String::new();
    let mut rest = painted.as_str();
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        bare.push_str(before);
        rest = after.split_once('m').expect("a colour ends").1;
    }
    bare.push_str(rest);
    assert!(painted.len() > bare.len());
    let trimmed = |text: &str| text.lines().map(|l| l.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(trimmed(&bare), trimmed(&shown(&sample, 80)));
}

#[test]
fn without_unicode_only_what_is_quoted_is_beyond_ascii() {
    let mut sample = sample::rich();
    let look = Look { unicode: false, ..Look::default() };
    assert!(terminal(&sample.picture, &sample.citations, look).is_ascii());
    sample.picture.watch = "Zürich".to_owned();
    assert!(terminal(&sample.picture, &sample.citations, look).contains("Zürich"));
}

#[test]
fn news_commands_no_terminal() {
    let sample = sample::hostile();
    let text = shown(&sample, 80);
    let bad = |c: char| (c.is_control() && c != '\n') || "\u{202e}\u{2066}\u{9b}".contains(c);
    assert_eq!(text.find(bad), None);
    assert!(text.contains("… and 9,992 more"));
    assert!(text.len() < 200_000, "{}", text.len());
}

#[test]
fn a_sentence_that_is_not_at_hand_is_said_to_be_missing() {
    let mut sample = sample::rich();
    sample.citations.clear();
    let text = shown(&sample, 80);
    assert!(text.contains("(the sentence is not at hand) — RUS, 15 Feb 2022"), "{text}");
}

#[test]
fn sources_that_tell_nothing_new_are_named_and_many_of_them_make_the_picture_old() {
    let mut sample = sample::rich();
    let measures = section(&shown(&sample, 80), "Words and deeds");
    for told in [
        "! 3 of 14 sources are silent: Example Imaging at imaging.example/blog (last 20",
        "! 2 of 14 sources cannot be reached: paper.example (never: no such host:",
        "! 1 of 14 sources is gone for good: Example Blog (last 16 Feb).",
    ] {
        assert!(measures.contains(told), "{measures}");
    }
    assert!(!shown(&sample, 80).contains("This picture may be old"));
    sample.picture.sources.truncate(9);
    sample.picture.sources.drain(..8);
    let text = shown(&sample, 80);
    assert!(text.contains("! This picture may be old: 1 of 1 source tells nothing new"), "{text}");
    for form in [saydo_brief::markdown, saydo_brief::html] {
        let text = form(&sample.picture, &sample.citations);
        assert!(
            text.contains("This picture may be old") && text.contains("Example Mission (last 12 Feb"),
            "{text}"
        );
    }
    sample.picture.sources.clear();
    assert!(!shown(&sample, 80).contains("source"), "nothing is said where nothing is followed");
}
