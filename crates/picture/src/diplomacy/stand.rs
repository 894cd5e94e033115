//! Where parties stand towards each other: readiness, refusals, demands. What a party says again is the same stand.

use std::collections::HashMap;

use saydo_facts::Event;

use super::matter::Matter;
use super::row::Row;
use super::{Demand, cites};
use crate::Scene;

/// The stands of one sort, the newest first. Readiness is one whatever its code; refusals and demands are one for each
/// code of CAMEO.
pub(super) fn stands<'f>(scene: &Scene<'f>, rows: &[Row<'f>], matter: Matter) -> Vec<Demand> {
    let mut order: Vec<Vec<&Row<'f>>> = Vec::new();
    let mut known: HashMap<(&str, &[&str], Option<&str>), usize> = HashMap::new();
    for row in rows.iter().filter(|row| row.matter == matter) {
        let Some(&from) = row.ends.from.first() else { continue };
        let key = (from, row.ends.to.as_slice(), code(&row.event, matter));
        let i = *known.entry(key).or_insert(order.len());
        if i == order.len() {
            order.push(Vec::new());
        }
        order[i].push(row);
    }
    let mut all: Vec<Demand> = order.iter().map(|rows| demand(scene, rows, matter)).collect();
    all.sort_by(|a, b| b.last.cmp(&a.last).then_with(|| a.cites[0].event.cmp(&b.cites[0].event)));
    all
}

fn code<'f>(event: &Event<'f>, matter: Matter) -> Option<&'f str> {
    if matter == Matter::Readiness { None } else { event.cameo() }
}

fn demand(scene: &Scene<'_>, rows: &[&Row<'_>], matter: Matter) -> Demand {
    let (first, last) = (rows[0], rows[rows.len() - 1]);
    let id = first.event.id;
    let told: Vec<Event<'_>> = rows.iter().map(|row| row.event).collect();
    Demand {
        id: format!("d{}.{}", id.report, id.nth),
        from: first.ends.from[0].to_owned(),
        to: first.ends.to.iter().map(|&code| code.to_owned()).collect(),
        code: code(&first.event, matter).map(str::to_owned),
        first: first.event.published,
        last: last.event.published,
        cites: cites(scene, &told),
        rule: rule(matter),
    }
}

fn rule(matter: Matter) -> &'static str {
    match matter {
        Matter::Readiness => "diplomacy-readiness",
        Matter::Refusal => "diplomacy-refusal",
        _ => "diplomacy-demand",
    }
}
