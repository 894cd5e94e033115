//! What the splitter makes of the things that news text is full of.

#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use saydo_split::Splitter;
use saydo_text::{Span, Zone};

static SPLITTER: LazyLock<Splitter> =
    LazyLock::new(|| Splitter::from_bytes(include_bytes!("../../models/weights/split.bin")).unwrap());

/// Tokens with `|` between them (`+` where a multiword token goes on), sentences with `||` between them.
#[track_caller]
fn check(text: &str, expected: &str) {
    let mut found = String::new();
    for sentence in SPLITTER.zone(text, Span::new(0, text.len()), Zone::Body) {
        found += if found.is_empty() { "" } else { " || " };
        for (i, token) in sentence.tokens.iter().enumerate() {
            found += if i == 0 {
                ""
            } else if token.joined {
                "+"
            } else {
                "|"
            };
            found += token.span.of(text).unwrap();
        }
    }
    assert_eq!(found, expected);
}

#[test]
fn plain_sentences() {
    check("Talks failed. Both sides left.", "Talks|failed|. || Both|sides|left|.");
    check("Why now? Nobody knows!", "Why|now|? || Nobody|knows|!");
    check("He left\nthe room.\nShe stayed.", "He|left|the|room|. || She|stayed|.");
}

#[test]
fn multiword_tokens() {
    check("They don't know.", "They|do+n't|know|.");
    check("They don’t know.", "They|do+n’t|know|.");
    check("It's Moscow's move.", "It+'s|Moscow+'s|move|.");
    check("Russia’s army won’t stop.", "Russia+’s|army|wo+n’t|stop|.");
    check("We cannot say; we're gonna see.", "We|can+not|say|;|we+'re|gon+na|see|.");
    check("The troops' families waited.", "The|troops+'|families|waited|.");
}

#[test]
fn abbreviations_and_initials() {
    check("Gen. Mark Smith met Sen. Jones.", "Gen.|Mark|Smith|met|Sen.|Jones|.");
    check("The U.S. envoy and Mr. Ivanov met.", "The|U.S.|envoy|and|Mr.|Ivanov|met|.");
    check("J. K. Moore arrived at 9 a.m. on Monday.", "J.|K.|Moore|arrived|at|9|a.m.|on|Monday|.");
    check("On Feb. 15 Lt. Col. Peter Black resigned.", "On|Feb.|15|Lt.|Col.|Peter|Black|resigned|.");
    check(
        "He flew to the U.S. The talks went on.",
        "He|flew|to|the|U.S.| || The|talks|went|on|.".replace("| ||", " ||").as_str(),
    );
    check("The No. 2 firm, Acme Corp., fell.", "The|No.|2|firm|,|Acme|Corp.|,|fell|.");
}

#[test]
fn numbers_and_units() {
    check("Some 100,000 troops, 2.5 percent more.", "Some|100,000|troops|,|2.5|percent|more|.");
    check("It cost $3.5 million, or 10%.", "It|cost|$|3.5|million|,|or|10|%|.");
    check("They met at 10:30 on 16/02/2022.", "They|met|at|10:30|on|16/02/2022|.");
}

#[test]
fn hyphens_and_dashes() {
    check("A 15-year deal with low-key talks.", "A|15|-|year|deal|with|low|-|key|talks|.");
    check("A pro-Russian ex-president spoke.", "A|pro-Russian|ex-president|spoke|.");
    check("The army — or part of it — left.", "The|army|—|or|part|of|it|—|left|.");
    check("The army--or part of it--left.", "The|army|--|or|part|of|it|--|left|.");
}

#[test]
fn quotations() {
    check(
        "\"We saw nothing,\" he said. \"Nobody left.\" The talks go on.",
        "\"|We|saw|nothing|,|\"|he|said|. || \"|Nobody|left|.|\" || The|talks|go|on|.",
    );
    check("“We saw nothing. Nobody left,” he said.", "“|We|saw|nothing|. || Nobody|left|,|”|he|said|.");
    check("He called it “a sham.” She agreed.", "He|called|it|“|a|sham|.|” || She|agreed|.");
    check("'No,' he said.", "'|No|,|'|he|said|.");
    check("\"Will they leave?\" she asked.", "\"|Will|they|leave|?|\"|she|asked|.");
}

#[test]
fn colons_and_brackets() {
    check("He added: Nobody left.", "He|added|:|Nobody|left|.");
    check("Smith (D-Texas) spoke. (He voted no.)", "Smith|(|D|-|Texas|)|spoke|. || (|He|voted|no|.|)");
}

#[test]
fn dots() {
    check("Well... we wait.", "Well|...|we|wait|.");
    check("He paused… and left.", "He|paused|…|and|left|.");
    check("They left on Friday.Then it began.", "They|left|on|Friday|. || Then|it|began|.");
}

#[test]
fn links_and_names() {
    check("See https://example.org/a?b=c(d). Thanks.", "See|https://example.org/a?b=c(d)|. || Thanks|.");
    check("Read more (www.example.org/news).", "Read|more|(|www.example.org/news|)|.");
    check("Write to first.last@example.org, please.", "Write|to|first.last@example.org|,|please|.");
    check("Thanks @some_body for #NoWar!", "Thanks|@some_body|for|#NoWar|!");
    check("Visit Example.com today.", "Visit|Example.com|today|.");
}

#[test]
fn signs() {
    check("Great news :)", "Great|news|:)");
    check("- First point", "-|First|point");
    check("Kyiv 🇺🇦 stands 😀.", "Kyiv|🇺🇦|stands|😀|.");
}
