//! Paragraphs of plain text and their roles.

mod common;

use saydo_read::{plain, zones};
use saydo_text::Zone;

#[track_caller]
fn check(input: &str, expected: &[&str]) {
    assert_eq!(common::shown(&plain("test", input.as_bytes())), expected.join("\n"));
}

#[test]
fn a_report_has_a_headline_a_dateline_and_body() {
    check(
        "Alliance sees no pull-back\n\nBRUSSELS, Feb 16 (Reuters) - The alliance saw no change.\n\nIt will go on watching.\n",
        &[
            "headline | Alliance sees no pull-back",
            "dateline | BRUSSELS, Feb 16 (Reuters) -",
            "body | The alliance saw no change.",
            "body | It will go on watching.",
        ],
    );
}

#[test]
fn subheadings_and_captions_stand_between_paragraphs() {
    check(
        "The minister spoke on Monday.\n\nNo answer to proposals: minister\n\nHe got no answer.\n\nImage: AP\n",
        &[
            "body | The minister spoke on Monday.",
            "subheading | No answer to proposals: minister",
            "body | He got no answer.",
            "caption | Image: AP",
        ],
    );
}

#[test]
fn one_sentence_a_line_is_not_wrapped() {
    check(
        "Troops left the range on Monday.\nTanks stayed where they were.\nNobody could say why they did.\n",
        &[
            "body | Troops left the range on Monday.",
            "body | Tanks stayed where they were.",
            "body | Nobody could say why they did.",
        ],
    );
}

#[test]
fn long_paragraphs_on_lines_of_their_own_are_not_wrapped() {
    let long =
        "The ministry said that the units had left the range and would be home within the week. ".repeat(3);
    let report = plain("test", format!("{long}\n{long}\n{long}").as_bytes());
    assert_eq!(report.zones.len(), 3);
}

#[test]
fn lines_cut_at_a_width_are_one_paragraph() {
    check(
        "Units leave, ministry says\n\nThe ministry said on Tuesday that some units of two districts had\n\
         begun to load their vehicles and would go back to their garrisons by\nroad and by rail.\n\n\
         Officials in Kyiv said they would believe it when they saw it, not\nbefore.\n",
        &[
            "headline | Units leave, ministry says",
            "body | The ministry said on Tuesday that some units of two districts had⏎begun to load their vehicles and \
             would go back to their garrisons by⏎road and by rail.",
            "body | Officials in Kyiv said they would believe it when they saw it, not⏎before.",
        ],
    );
}

#[test]
fn cut_paragraphs_need_no_blank_line_between_them() {
    check(
        "The ministry said on Tuesday that some units of two districts had\r\nbegun to load their vehicles.\r\n\
         Officials in Kyiv said they would believe it when they saw it, not\r\nbefore.\r\n",
        &[
            "body | The ministry said on Tuesday that some units of two districts had⏎begun to load their vehicles.",
            "body | Officials in Kyiv said they would believe it when they saw it, not⏎before.",
        ],
    );
}

#[test]
fn a_short_list_is_neither_a_paragraph_nor_a_row_of_titles() {
    check(
        "The envoys named three points.\n\nPrisoners\nCrossings\nPower lines\n\nNone was settled.\n",
        &[
            "body | The envoys named three points.",
            "body | Prisoners",
            "body | Crossings",
            "body | Power lines",
            "body | None was settled.",
        ],
    );
}

#[test]
fn addresses_stand_alone() {
    let addresses = "https://example.org/one/of/many/long/addresses/of/a/list\nhttps://example.org/two\nhttps://example.org";
    assert_eq!(zones(addresses, None).len(), 3);
}

#[test]
fn a_single_line_is_body() {
    check("Talks on prisoners to resume next week", &["body | Talks on prisoners to resume next week"]);
    check("  \n\t\n", &[]);
}

#[track_caller]
fn check_dateline(paragraph: &str, expected: Option<&str>) {
    let found = zones(paragraph, None)
        .first()
        .filter(|zone| zone.zone == Zone::Dateline)
        .and_then(|z| z.span.of(paragraph));
    assert_eq!(found, expected, "{paragraph}");
}

#[test]
fn datelines_of_many_agencies() {
    for (dateline, rest) in [
        ("KYIV, March 3 (Reuters) —", " Talks began."),
        ("MOSCOW (AP) -", " Talks began on Monday."),
        ("Kyiv, 15 February 2022 –", " Talks began."),
        ("BRUSSELS, Feb. 16 (Xinhua) --", " The alliance met."),
        ("MOSCOW/KYIV, Feb 15 (Reuters) -", " Both sides spoke."),
        ("WASHINGTON —", " “We do not see it,” an official said."),
        ("NEWPORT NEWS, Va. -", " The carrier left."),
        ("Minsk (AFP) –", " Drills began."),
        ("(Reuters) -", " Drills began."),
        ("ST. PETERSBURG, Russia —", "Drills began there."),
        ("Brussels, 16 February 2022", ""),
    ] {
        check_dateline(&format!("{dateline}{rest}"), Some(dateline));
    }
}

#[test]
fn what_only_looks_like_a_dateline() {
    for paragraph in [
        "NATO — which met on Monday — saw no change.",
        "EXCLUSIVE — The ministry has changed its plans.",
        "Three places - Kursk, Belgorod and Bryansk - were named.",
        "On Tuesday, March 3 – the last day – they met.",
        "OSCE - The mission counted 591 violations.",
        "President Putin — in Moscow — spoke.",
        "The well-known road was open.",
    ] {
        check_dateline(paragraph, None);
    }
}

#[test]
fn credits_are_captions() {
    let credits = [
        "Photo: Reuters",
        "(Photo by Ann Lee)",
        "File photo",
        "REUTERS/Ann Lee",
        "© Ann Lee 2022",
        "Image: AP",
        "Soldiers load a truck near the border. REUTERS/Ann Lee",
        "By Ann Lee and Bob Ray",
        "(Reporting by Ann Lee; Editing by Bob Ray)",
        "FILE PHOTO: A truck on the road, 15 February.",
    ];
    for credit in credits {
        check(credit, &[&format!("caption | {credit}")]);
    }
    check("File photos showed the same convoy.", &["body | File photos showed the same convoy."]);
    check("Photo by photo, they traced the convoy.", &["body | Photo by photo, they traced the convoy."]);
}

#[test]
fn a_known_title_leaves_no_other_headline() {
    let text = "Talks resume\n\nThe envoys met again on Monday.";
    let first = |title| zones(text, title)[0].zone;
    assert_eq!(first(None), Zone::Headline);
    assert_eq!(first(Some("TALKS RESUME.")), Zone::Headline);
    assert_eq!(first(Some("Envoys meet")), Zone::Body);
}
