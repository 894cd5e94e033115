//! Names of zones, and shifts in figures.

use jiff::tz::Offset;

use super::Zone;

/// The widest shift from UTC that is in use, in minutes.
const WIDEST: i32 = 14 * 60;

/// Names of one meaning in news, with minutes ahead of UTC: RFC 822's, and those that newsrooms write. Names that
/// mean several zones, as IST and AST, are left out.
const NAMES: &[(&str, i32)] = &[
    ("UT", 0),
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("WET", 0),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
    ("AKST", -540),
    ("AKDT", -480),
    ("HST", -600),
    ("BST", 60),
    ("WEST", 60),
    ("CET", 60),
    ("MEZ", 60),
    ("MET", 60),
    ("CEST", 120),
    ("MESZ", 120),
    ("MEST", 120),
    ("EET", 120),
    ("SAST", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("TRT", 180),
    ("EAT", 180),
    ("MSD", 240),
    ("PKT", 300),
    ("WIB", 420),
    ("HKT", 480),
    ("SGT", 480),
    ("JST", 540),
    ("KST", 540),
    ("AEST", 600),
    ("AEDT", 660),
    ("NZST", 720),
    ("NZDT", 780),
];

/// The zone that `text` names: `EST`, `+0300`, `GMT+3`, `-05:00`.
pub(super) fn zone(text: &str) -> Zone {
    let text = text.trim();
    if text.is_empty() {
        return Zone::Missing;
    }
    let upper = text.to_ascii_uppercase();
    if let Some((_, minutes)) = NAMES.iter().find(|(name, _)| *name == upper) {
        return ahead(*minutes);
    }
    let figures = ["UTC", "GMT"].iter().find_map(|name| upper.strip_prefix(name)).unwrap_or(&upper);
    shift(figures.trim()).map_or(Zone::Unknown, ahead)
}

fn ahead(minutes: i32) -> Zone {
    let offset = Offset::from_seconds(minutes * 60);
    offset.ok().filter(|_| minutes.abs() <= WIDEST).map_or(Zone::Unknown, Zone::Known)
}

/// Minutes of `+3`, `+03`, `+0300`, `+03:00`, `+03:00:00`.
fn shift(text: &str) -> Option<i32> {
    let text = text.replace('\u{2212}', "-");
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let figures = &text[1..];
    let (hours, minutes) = match figures.split_once(':') {
        Some((hours, minutes)) => (hours, minutes.get(..2)?),
        None if figures.len() > 2 => figures.split_at_checked(figures.len() - 2)?,
        None => (figures, "0"),
    };
    let is_figure =
        |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    let whole = is_figure(hours) && is_figure(minutes);
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (whole && minutes < 60).then_some(sign * (hours * 60 + minutes))
}
