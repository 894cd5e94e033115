//! The rows of a comparison: which were asked for, and as they are shown.

use saydo_beside::{Pair, Theirs as Row};
use saydo_coded::{Coded, Side, Spot, System};
use saydo_facts::EventId;

use crate::api::events;
use crate::api::shape::{self, BesideRow, Day, TheirPlace, TheirSide, Theirs};
use crate::guard::Problem;
use crate::room::{Comparison, Desk};

/// The lists of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    OnlySaid,
    WeLack,
    TheyLack,
    Have,
    Again,
}

impl List {
    pub(crate) const ALL: [Self; 5] = [Self::OnlySaid, Self::WeLack, Self::TheyLack, Self::Have, Self::Again];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::OnlySaid => "only-said",
            Self::WeLack => "we-lack",
            Self::TheyLack => "they-lack",
            Self::Have => "have",
            Self::Again => "again",
        }
    }
}

/// A row, not yet worded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'c> {
    list: List,
    system: System,
    theirs: Option<usize>,
    ours: Option<EventId>,
    pair: Option<&'c Pair>,
    also: &'c [EventId],
}

/// The rows of these lists and systems, of all systems where none is named; in each list the newest day comes first.
pub(super) fn chosen<'c>(comparison: &'c Comparison, lists: &[List], systems: &[System]) -> Vec<Line<'c>> {
    let is_chosen = |line: &Line<'_>| systems.is_empty() || systems.contains(&line.system);
    lists.iter().flat_map(|list| lines(comparison, *list).into_iter().rev()).filter(is_chosen).collect()
}

fn lines<'c>(comparison: &'c Comparison, list: List) -> Vec<Line<'c>> {
    let compared = &comparison.compared;
    let system = |at: usize| comparison.theirs[at].event.system;
    let line = |system, theirs, ours| Line { list, system, theirs, ours, pair: None, also: &[] };
    let paired = |pair: &'c Pair| Line {
        pair: Some(pair),
        ..line(system(pair.theirs), Some(pair.theirs), Some(pair.ours))
    };
    let pairs = |pairs: &'c [Pair]| pairs.iter().map(paired).collect();
    match list {
        List::OnlySaid => pairs(&compared.only_said),
        List::Have => pairs(&compared.have),
        List::Again => pairs(&compared.again),
        List::WeLack => compared.we_lack.iter().map(|&at| line(system(at), Some(at), None)).collect(),
        List::TheyLack => {
            let alone = compared.they_lack.iter();
            alone.map(|one| Line { also: &one.also, ..line(one.system, None, Some(one.ours)) }).collect()
        }
    }
}

/// The rows in words, with the sentences of ours.
pub(super) fn told(
    desk: &Desk<'_>,
    comparison: &Comparison,
    lines: &[Line<'_>],
) -> Result<Vec<BesideRow>, Problem> {
    let ids: Vec<EventId> = lines.iter().filter_map(|line| line.ours).collect();
    let ours = events::by_id(desk, &ids)?;
    let row = |line: &Line<'_>| BesideRow {
        list: line.list.name().to_owned(),
        system: line.system.name().to_owned(),
        theirs: line.theirs.map(|at| theirs(&comparison.theirs[at], comparison.is_unread(at))),
        ours: line.ours.and_then(|id| ours.get(&id).cloned()),
        score: line.pair.map(|pair| pair.score),
        because: line.pair.map(|pair| words(&pair.because)).unwrap_or_default(),
        also: line.also.iter().map(ToString::to_string).collect(),
    };
    Ok(lines.iter().map(row).collect())
}

fn words(names: &[&'static str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn theirs(row: &Row, unread: bool) -> Theirs {
    let event: &Coded = &row.event;
    Theirs {
        id: event.id.clone(),
        number: row.number,
        file: file_name(&row.file),
        day: Day(event.day),
        until: event.until.map(Day),
        actor: side(&event.actor),
        recipient: side(&event.recipient),
        plover: event.kind.category().map(str::to_owned),
        mode: event.kind.mode.clone(),
        cameo: event.kind.cameo.clone(),
        label: event.kind.label.clone(),
        standing: event.standing.map(|standing| standing.name().to_owned()),
        negated: event.negated,
        place: event.place.as_ref().map(place),
        publisher: event.source.publisher.clone(),
        url: event.source.url.clone(),
        text: event.text.clone(),
        unread,
    }
}

/// The name of a file without its folders: where it lay is nothing that whoever asks needs to know.
fn file_name(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned()
}

fn side(side: &Side) -> Option<TheirSide> {
    let Side { code, name, country, sectors } = side.clone();
    (!side.is_empty()).then_some(TheirSide { code, name, country, sectors })
}

fn place(spot: &Spot) -> TheirPlace {
    let names = [&spot.name, &spot.admin2, &spot.admin1];
    TheirPlace {
        name: names.into_iter().find_map(Clone::clone),
        country: spot.country.clone(),
        lat: spot.lat,
        lon: spot.lon,
    }
}

/// The counts of a system.
pub(super) fn system(count: &saydo_beside::SystemCount) -> shape::SystemCount {
    shape::SystemCount {
        system: count.system.name().to_owned(),
        name: count.system.title().to_owned(),
        theirs: count.theirs,
        have: count.have,
        again: count.again,
        only_said: count.only_said,
        we_lack: count.we_lack,
        we_lack_unread: count.unread,
        they_lack: count.they_lack,
        elsewhere: count.elsewhere,
    }
}

/// The counts of a kind.
pub(super) fn kind(count: &saydo_beside::KindCount) -> shape::KindCount {
    shape::KindCount {
        system: count.system.name().to_owned(),
        kind: Some(count.kind).filter(|kind| !kind.is_empty()).map(str::to_owned),
        theirs: count.theirs,
        have: count.have,
        again: count.again,
        only_said: count.only_said,
        we_lack: count.we_lack,
        they_lack: count.they_lack,
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_called_by_its_name_alone() {
        let paths = ["/files/a/b.csv", "C:\\a\\b.csv", "b.csv", "-", ""];
        assert_eq!(paths.map(file_name), ["b.csv", "b.csv", "b.csv", "-", ""]);
    }
}
