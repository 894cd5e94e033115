//! The posture board as an aligned table, and the warning.

use saydo_picture::{Picture, Post, Trend, WarningTime};

use crate::look::{BAD, DOUBT, GOOD, PLAIN, QUIET, STRONG, width};
use crate::page::Page;
use crate::quote::{Citations, newest};
use crate::rich::Rich;
use crate::{day, sign, tell};

/// As many rows are shown.
const MOST: usize = 20;
/// As many statements on warning are quoted.
const MOST_SAID: usize = 2;

/// Writes the board, by actor and area; of a long one the rows that somebody has seen.
pub(super) fn write(picture: &Picture, citations: &Citations, page: &mut Page) {
    let n = picture.posture.len();
    let legend = if n == 0 {
        "no report tells of forces"
    } else {
        "trend, last told direction, voices outside the own side"
    };
    page.heading("Posture board", legend, None);
    let shown = telling(&picture.posture, MOST);
    let rows: Vec<[String; 5]> = shown.iter().map(|post| cells(post, picture, page)).collect();
    let widths = widths(&rows);
    let one_line = shown.iter().zip(&rows).all(|(post, row)| fits(post, row, widths, page));
    let mut stand = String::new();
    for (post, row) in shown.iter().zip(&rows) {
        let now = tell::stand(post);
        if now != stand {
            page.row("  ", "    ", &Rich::of(STRONG, &now), None);
            stand = now;
        }
        write_row(post, row, widths, one_line, page);
    }
    page.more("    ", n - shown.len());
    if let Some(post) = shown.iter().max_by_key(|p| p.last_seen)
        && let Some(cite) = newest(&post.cites, citations)
    {
        page.row("  ", "  ", &Rich::of(QUIET, &format!("newest: {}", tell::element(post.element))), None);
        page.quote("    ", cite, citations);
    }
}

/// The rows whose trend is known before the others, in their order.
fn telling(posts: &[Post], most: usize) -> Vec<&Post> {
    let mut chosen: Vec<(usize, &Post)> = posts.iter().enumerate().collect();
    chosen.sort_by_key(|(n, post)| (post.trend == Trend::Unknown, *n));
    chosen.truncate(most);
    chosen.sort_by_key(|(n, _)| *n);
    chosen.into_iter().map(|(_, post)| post).collect()
}

/// Element, trend, last direction and day, voices, numbers.
fn cells(post: &Post, picture: &Picture, page: &Page) -> [String; 5] {
    let last = format!("{} {}", tell::way(post), day::near(post.last_seen, picture.as_of));
    let numbers = post.numbers.map(tell::range).unwrap_or_default();
    let trend = format!("{} {}", sign::trend(post.trend).on(page.look), post.trend.name());
    [tell::element(post.element), trend, last, tell::voices(post.voices), numbers]
}

fn widths(rows: &[[String; 5]]) -> [usize; 5] {
    let column = |n: usize| rows.iter().map(|row| width(&row[n])).max().unwrap_or(0);
    std::array::from_fn(column)
}

/// The columns of a row before its numbers and its id.
fn taken(widths: [usize; 5]) -> usize {
    4 + widths[..4].iter().map(|w| w + 2).sum::<usize>()
}

/// Whether numbers and id stand beside the other cells.
fn fits(post: &Post, row: &[String; 5], widths: [usize; 5], page: &Page) -> bool {
    taken(widths) + width(&row[4]) + 2 + width(&post.id) + 2 <= page.look.width
}

/// The cells in their columns; numbers and id below them where one of the rows is too long.
fn write_row(post: &Post, row: &[String; 5], widths: [usize; 5], one_line: bool, page: &mut Page) {
    let pad = |n: usize| " ".repeat(widths[n] - width(&row[n]));
    let trend = page.look.paint(sign::trend(post.trend).style, &row[1]);
    let first = format!("    {}{}  {trend}{}  ", row[0], pad(0), pad(1));
    let start = 4 + widths[0] + 2 + widths[1] + 2;
    let tail = format!("{}{}  {}{}  ", row[2], pad(2), row[3], pad(3));
    if one_line {
        page.table_row(&first, start, &format!("{tail}{}", row[4]), &post.id);
    } else {
        page.table_row(&first, start, &tail, "");
        page.table_row("      ", 6, &row[4], &post.id);
    }
}

/// Writes how much warning there would be.
pub(super) fn warning(picture: &Picture, citations: &Citations, page: &mut Page) {
    let warning = &picture.warning;
    let style = match warning.time {
        WarningTime::LittleOrNone => BAD,
        WarningTime::Short => DOUBT,
        WarningTime::Longer => GOOD,
    };
    page.heading("Warning time", "", Some(&warning.id));
    page.row("  ", "  ", &Rich::of(style, tell::warning(warning.time)), None);
    for (part, cites) in &warning.in_place {
        let mark = sign::part(true);
        page.row(
            "  ",
            "    ",
            &Rich::of(mark.style, mark.on(page.look)).and(PLAIN, &format!(" {part}: in place")),
            None,
        );
        if let Some(cite) = newest(cites, citations) {
            page.quote("      ", cite, citations);
        }
    }
    for part in &warning.missing {
        let mark = sign::part(false);
        page.row(
            "  ",
            "    ",
            &Rich::of(mark.style, mark.on(page.look)).and(PLAIN, &format!(" {part}: not seen")),
            None,
        );
    }
    for cite in warning.said.iter().take(MOST_SAID) {
        page.row("  ", "  ", &Rich::of(STRONG, "said:"), None);
        page.quote("    ", cite, citations);
    }
}
