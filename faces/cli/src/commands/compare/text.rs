//! The comparison to be read on a terminal.

use std::fmt::Write;

use saydo_beside::{Alone, Pair};
use saydo_bureau::Shown;
use saydo_facts::EventId;

use super::{Asked, said};
use crate::look::{DEED, DOUBT, Look, PLAIN, QUIET, STRONG, WHO, shorten, width};
use saydo_brief::clean;

/// The heading of each list, and what it means.
const LISTS: [(&str, &str); 4] = [
    ("ONLY SAID", "deeds of theirs that our reports tell only in words"),
    ("WE LACK", "events of theirs that none of ours agrees with"),
    ("THEY LACK", "events that our reports tell as seen, on days of which they have rows"),
    ("BOTH HAVE", "events of theirs beside ours"),
];

/// The columns that a name may take.
const PARTY: usize = 32;

/// The page; `most` of each list, or all where it is 0.
pub(super) fn page(asked: &Asked<'_>, look: Look, most: usize) -> String {
    let mut page = Page { asked, look, most: if most == 0 { usize::MAX } else { most }, out: String::new() };
    page.heading();
    if !asked.beside.compared.systems.is_empty() {
        page.counts();
        page.kinds();
        page.lists();
    }
    page.out
}

struct Page<'a> {
    asked: &'a Asked<'a>,
    look: Look,
    most: usize,
    out: String,
}

impl Page<'_> {
    /// Writes a line; writing to memory cannot fail.
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{}", line.trim_end());
    }

    fn heading(&mut self) {
        let period = self.asked.period;
        let days = match (period.since, period.until) {
            (Some(since), Some(until)) => format!("{since} to {until}"),
            (Some(since), None) => format!("from {since}"),
            (None, Some(until)) => format!("until {until}"),
            (None, None) => "all days".to_owned(),
        };
        let name = self.look.paint(STRONG, &clean::line(self.asked.watch));
        self.line(&format!("{name}: our events beside those of others, {days}"));
    }

    fn table(&mut self, heads: [&str; 7], rows: &[(String, [usize; 6])]) {
        let first = rows.iter().map(|row| width(&row.0)).chain([width(heads[0])]).max().unwrap_or(0);
        let cells = |first_cell: &str, cells: [String; 6]| {
            let pad = " ".repeat(first - width(first_cell));
            let cells: Vec<String> = cells
                .iter()
                .zip(&heads[1..])
                .map(|(cell, head)| format!("{cell:>0$}", head.len().max(6)))
                .collect();
            format!("  {first_cell}{pad}  {}", cells.join("  "))
        };
        let head = cells(heads[0], std::array::from_fn(|n| heads[n + 1].to_owned()));
        let head = self.look.paint(QUIET, &head);
        self.line(&head);
        for (name, counts) in rows {
            let line = cells(name, counts.map(|n| n.to_string()));
            self.line(&line);
        }
    }

    fn counts(&mut self) {
        self.line("");
        let systems = &self.asked.beside.compared.systems;
        let rows: Vec<_> = systems
            .iter()
            .map(|s| {
                let counts = [s.theirs, s.have, s.again, s.only_said, s.we_lack, s.they_lack];
                (s.system.name().to_owned(), counts)
            })
            .collect();
        self.table(["system", "theirs", "have", "again", "only said", "we lack", "they lack"], &rows);
        let notes: Vec<String> = systems
            .iter()
            .flat_map(|s| {
                let name = s.system.name();
                let unread = (s.unread > 0).then(|| {
                    format!("of what we lack of {name}, on days without any report of ours: {}", s.unread)
                });
                let elsewhere = (s.elsewhere > 0)
                    .then(|| format!("rows of {name} that are not of this watch: {}", s.elsewhere));
                [unread, elsewhere].into_iter().flatten()
            })
            .collect();
        for note in notes {
            let note = self.look.paint(QUIET, &format!("  {note}"));
            self.line(&note);
        }
    }

    fn kinds(&mut self) {
        self.line("");
        let rows: Vec<_> = self
            .asked
            .beside
            .compared
            .kinds
            .iter()
            .map(|k| {
                let kind = if k.kind.is_empty() { "(no category)" } else { k.kind };
                let counts = [k.theirs, k.have, k.again, k.only_said, k.we_lack, k.they_lack];
                (format!("{} {kind}", k.system.name()), counts)
            })
            .collect();
        self.table(["kind", "theirs", "have", "again", "only said", "we lack", "they lack"], &rows);
    }

    fn lists(&mut self) {
        let compared = &self.asked.beside.compared;
        self.list(0, &compared.only_said, Page::pair);
        self.list(1, &compared.we_lack, |page, &at| page.theirs(at));
        self.list(2, &compared.they_lack, Page::alone);
        self.list(3, &compared.have, Page::pair);
    }

    fn list<T>(&mut self, which: usize, items: &[T], mut show: impl FnMut(&mut Self, &T)) {
        if items.is_empty() {
            return;
        }
        let (name, about) = LISTS[which];
        let title = self.look.paint(STRONG, &format!("{name} ({})", items.len()));
        let about = self.look.paint(QUIET, about);
        self.line(&format!("\n{title}  {about}"));
        for item in items.iter().take(self.most) {
            show(self, item);
        }
        if items.len() > self.most {
            let more =
                format!("  and {} more; --most 0, --format json or csv has all", items.len() - self.most);
            let more = self.look.paint(QUIET, &more);
            self.line(&more);
        }
    }

    fn pair(&mut self, pair: &Pair) {
        self.theirs(pair.theirs);
        self.quote(pair.ours);
    }

    fn alone(&mut self, alone: &Alone) {
        let also = match alone.also.len() {
            0 => String::new(),
            n => format!(", and {n} more tell it"),
        };
        let Some(shown) = self.asked.beside.ours.get(&alone.ours) else { return };
        let event = &shown.row;
        let head = self.head(&said::days(event), event, &format!("not in {}{also}", alone.system.name()));
        self.line(&head);
        self.quote(alone.ours);
    }

    /// The line of a row of theirs, and where it is told.
    fn theirs(&mut self, at: usize) {
        let event = &self.asked.beside.theirs[at].event;
        let head = self.head(&said::days(event), event, &format!("{} {}", event.system.name(), event.id));
        self.line(&head);
        let words = event.text.as_deref().or(event.source.url.as_deref()).map(clean::line);
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            let words = self.look.paint(QUIET, &shorten(&words, self.look.width - 4));
            self.line(&format!("    {words}"));
        }
    }

    fn head(&self, days: &str, event: &saydo_coded::Coded, end: &str) -> String {
        let place = said::place(event).map(|place| format!(" · {}", clean::line(place))).unwrap_or_default();
        let parties = shorten(&clean::line(&said::parties(event)), 2 * PARTY);
        let kind = clean::line(&said::kind(event));
        format!(
            "  {days}  {}  {}{place}  {}",
            self.look.paint(WHO, &parties),
            self.look.paint(DEED, &kind),
            self.look.paint(QUIET, &clean::line(end)),
        )
    }

    /// Our sentence: how it stands, the words, the report and the id that `saydo explain` takes.
    fn quote(&mut self, id: EventId) {
        let Some(Shown { row, citation }) = self.asked.beside.ours.get(&id) else { return };
        let style = if row.is_deed() { PLAIN } else { DOUBT };
        let standing = self.look.paint(style, &said::standing(row));
        let speaker = citation
            .speaker
            .as_deref()
            .map(|who| format!(" by {}", shorten(&clean::line(who), PARTY)))
            .unwrap_or_default();
        let published = citation.published.map(|day| format!(", {day}")).unwrap_or_default();
        let outlet = clean::line(citation.publisher.as_deref().unwrap_or("(no publisher)"));
        self.line(&format!(
            "    ours: {standing}{speaker} · {outlet}{published}  {}",
            self.look.paint(QUIET, &id.to_string())
        ));
        let sentence = shorten(&clean::line(&citation.sentence), (self.look.width - 8) * 2);
        for line in wrapped(&sentence, self.look.width - 6) {
            self.line(&format!("      {line}"));
        }
    }
}

/// Words in lines of so many columns.
fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.last_mut().expect("there is one line at least");
        if !last.is_empty() && width(last) + 1 + width(word) > columns {
            lines.push(word.to_owned());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines
}
