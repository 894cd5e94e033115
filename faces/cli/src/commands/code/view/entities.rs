//! The table of entities.

use std::collections::HashMap;

use saydo_record::{Entity, Record};

use super::table::{self, Cell};
use crate::look::{Look, PLAIN, QUIET, STRONG, WHO};
use saydo_brief::clean;

/// Writes who and what is mentioned, the most mentioned first.
pub(super) fn write(record: &Record, look: Look, out: &mut String) {
    let n = record.entities.len();
    let title = if n == 1 { "1 entity".to_owned() } else { format!("{n} entities") };
    out.push_str(&look.paint(STRONG, &title));
    out.push('\n');
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for id in record.mentions.iter().filter_map(|m| m.entity.as_deref()) {
        *counts.entry(id).or_default() += 1;
    }
    let count = |e: &Entity| counts.get(e.id.as_str()).copied().unwrap_or(0);
    let mut entities: Vec<&Entity> = record.entities.iter().collect();
    entities.sort_by_key(|e| std::cmp::Reverse(count(e)));
    let rows: Vec<Vec<Cell>> = entities.into_iter().map(|e| row(e, count(e))).collect();
    for line in table::lines(&rows, 2, look) {
        out.push_str(&line);
        out.push('\n');
    }
}

fn row(entity: &Entity, count: usize) -> Vec<Cell> {
    let code = entity.actor.as_ref().map_or_else(|| "–".to_owned(), |a| clean::line(&a.code));
    vec![
        (QUIET, format!("{count:>2}×")),
        (WHO, clean::line(&entity.name)),
        (PLAIN, code),
        (QUIET, clean::line(&entity.kind)),
    ]
}
