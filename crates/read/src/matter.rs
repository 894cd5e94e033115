//! Front matter: the block of "key: value" lines that a Markdown file may start with.

use saydo_text::Report;

use crate::line::lines;

/// No front matter has more lines than this.
const LONGEST: usize = 500;

/// Moves what the front matter of `report.text` says into the fields of `report`; gives where the text after it starts.
pub(crate) fn take(report: &mut Report) -> usize {
    let Some(end) = end(&report.text) else { return 0 };
    let matter = report.text[..end].to_owned();
    for (key, value) in matter.lines().filter_map(entry) {
        if let Some(field) = field(report, key) {
            *field = Some(value.to_owned());
        }
    }
    end
}

/// Where the front matter ends, if the text starts with one.
fn end(text: &str) -> Option<usize> {
    let mut rest = lines(text).take(LONGEST);
    rest.next().filter(|line| text[line.range()].trim_end() == "---")?;
    for line in rest {
        match text[line.range()].trim_end() {
            "---" | "..." => return Some(line.end),
            inner if !is_inner(inner) => return None,
            _ => {}
        }
    }
    None
}

/// Whether a line can stand in front matter: without this, a text between two rules would be taken for it.
fn is_inner(line: &str) -> bool {
    line.is_empty() || line.starts_with([' ', '\t', '#', '-']) || split(line).is_some()
}

fn split(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let named = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
    (named && (value.is_empty() || value.starts_with([' ', '\t']))).then_some((key, value.trim()))
}

fn entry(line: &str) -> Option<(&str, &str)> {
    let (key, value) = split(line)?;
    let bare = unquoted(value);
    (!matches!(bare, "" | "null" | "~") && !value.starts_with(['|', '>', '[', '{'])).then_some((key, bare))
}

fn unquoted(value: &str) -> &str {
    let inner = |quote| value.strip_prefix(quote).and_then(|rest: &str| rest.strip_suffix(quote));
    inner('"').or_else(|| inner('\'')).unwrap_or(value).trim()
}

fn field<'a>(report: &'a mut Report, key: &str) -> Option<&'a mut Option<String>> {
    match key.to_ascii_lowercase().as_str() {
        "title" => Some(&mut report.title),
        "date" | "published" => Some(&mut report.published),
        "url" => Some(&mut report.url),
        "publisher" => Some(&mut report.publisher),
        _ => None,
    }
}
