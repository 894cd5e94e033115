//! What two events make together: a demand for a withdrawal, a threat of sanctions, a refusal to meet.

use std::sync::LazyLock;

use saydo_codebook::{Code, Plover, cameo};

/// A row of the table: what stands outside, what stands inside, what they make.
struct Row {
    root: &'static str,
    plover: Option<Plover>,
    tag: &'static str,
    mode: &'static str,
    cameo: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let lines = include_str!("../../../data/events/compose.tsv").lines().filter(|l| !l.starts_with('#'));
    lines.filter_map(row).collect()
});

fn row(line: &'static str) -> Option<Row> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [root, plover, tag, mode, code, _example] = cells[..] else { return None };
    Some(Row { root, plover: Plover::of(plover), tag, mode, cameo: cameo(code)?.code })
}

/// Categories whose events are about another event.
pub(crate) fn embeds(code: &Code) -> bool {
    use Plover::{Accuse, Agree, Reject, Request, Threaten};
    matches!(code.plover, Some(Agree | Request | Reject | Threaten | Accuse))
        || code.cameo.is_some_and(|c| c.starts_with("02"))
}

/// The code of an event that is about another one; as it was where the table has no row.
pub(crate) fn code(outer: &Code, inner: &Code) -> Code {
    let mut made = outer.clone();
    let under = |root: &str| outer.cameo.is_some_and(|c| c.starts_with(root));
    let fits = |r: &&Row| under(r.root) && r.plover == inner.plover && tagged(inner, r.tag);
    let Some(row) = ROWS.iter().find(fits) else { return made };
    if outer.cameo.is_some_and(|c| row.cameo.starts_with(c) || c.len() <= 3) {
        made.cameo = Some(row.cameo);
    }
    let modes = outer.plover.map_or(&[][..], Plover::modes);
    made.mode = modes.iter().copied().find(|m| *m == row.mode).or(made.mode);
    for context in &inner.contexts {
        if !made.contexts.contains(context) {
            made.contexts.push(context);
        }
    }
    made
}

/// Whether the inner event has what a row asks for: a mode, a context, or the first digits of a code.
fn tagged(inner: &Code, tag: &str) -> bool {
    tag == "-"
        || inner.mode == Some(tag)
        || inner.contexts.contains(&tag)
        || inner.cameo.is_some_and(|c| c.starts_with(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(plover: &str, mode: Option<&'static str>, code: &'static str) -> Code {
        Code { plover: Plover::of(plover), mode, cameo: Some(code), ..Code::default() }
    }

    #[test]
    fn a_demand_to_withdraw_has_a_code_of_its_own() {
        let made = code(&plain("REQUEST", None, "100"), &plain("RETREAT", Some("withdraw"), "0874"));
        assert_eq!((made.cameo, made.mode), (Some("1056"), Some("yield")));
        let alone = code(&plain("REQUEST", None, "100"), &plain("PROTEST", None, "141"));
        assert_eq!(alone.cameo, Some("100"));
    }

    #[test]
    fn every_row_is_read() {
        let lines = include_str!("../../../data/events/compose.tsv").lines();
        assert_eq!(ROWS.len(), lines.filter(|l| !l.starts_with('#')).count());
    }
}
