//! What every writer of events does: tell words from deeds, count, and write.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::io::{BufWriter, Write};

use crate::cell::{Cell, Cells};
use crate::sheet::Sheet;
use crate::{Coded, Form, Result, Standing, code, words};

/// How to write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether words are written too where the format cannot tell them from deeds: each with the code for the word
    /// where there is one (an announced withdrawal is a concession), else with the code of the deed. What is said not to
    /// have happened and has no code for that is left out even so.
    pub words: bool,
    /// Further columns of formats that name theirs in a heading, filled from [`Coded::rest`].
    pub extra: Vec<String>,
}

/// Why an event was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// The words of somebody, and the format cannot say so.
    Words(Standing),
    /// It is said not to have happened, and the format cannot say so.
    Negated,
    /// The format has no code for it.
    NoCode,
}

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrote {
    /// It was written as it is.
    Whole,
    /// It was written although it is words that the format cannot tell from deeds: see [`Options::words`].
    Words,
    /// It was left out.
    Left(Reason),
}

/// What was written, and what was not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many rows were written.
    pub written: u64,
    /// How many of them are words that the format cannot tell from deeds.
    pub words: u64,
    /// How many were left out, for each reason.
    pub left: BTreeMap<Reason, u64>,
}

/// Writes events one by one and keeps none.
pub trait Writer {
    /// Writes an event, or counts why not.
    fn event(&mut self, event: &Coded) -> Result<Wrote>;

    /// Writes what comes last, sends everything out and says what was written. Nothing may be written afterwards.
    fn end(&mut self) -> Result<Summary>;
}

impl Reason {
    /// It in words, as in "12 left out: announced, not observed".
    pub fn name(self) -> &'static str {
        match self {
            Self::Words(Standing::Reported) => "reported",
            Self::Words(Standing::Announced) => "announced by the acting side",
            Self::Words(Standing::Claimed) => "claimed by others",
            Self::Words(Standing::Intended) => "intended",
            Self::Words(Standing::Demanded) => "demanded",
            Self::Words(Standing::Possible) => "possible",
            Self::Negated => "said not to have happened",
            Self::NoCode => "without a code in this format",
        }
    }
}

/// What a format can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Room {
    /// Every standing.
    All,
    /// What PLOVER's further modes say: future, hypothetical, negation.
    Modes,
    /// None, in PLOVER's codes.
    Plover,
    /// None, in CAMEO's codes.
    Cameo,
    /// None, and no codes either.
    Bare,
}

/// Lets deeds pass, and words where the format has room for them or the user asks for them.
pub(crate) struct Gate {
    room: Room,
    form: Form,
    words: bool,
    summary: Summary,
}

impl Gate {
    pub(crate) fn new(form: Form, options: &Options) -> Self {
        let room = match form {
            Form::Csv | Form::Jsonl | Form::GeoJson | Form::Parquet => Room::All,
            Form::Plover => Room::Modes,
            Form::Polecat => Room::Plover,
            Form::GdeltMentions => Room::Bare,
            _ => Room::Cameo,
        };
        Self { room, form, words: options.words, summary: Summary::default() }
    }

    /// The event as it is to be written, or `None` where it is left out.
    pub(crate) fn pass<'e>(&mut self, event: &'e Coded) -> (Option<Cow<'e, Coded>>, Wrote) {
        let (event, wrote) = self.judge(event);
        match wrote {
            Wrote::Left(reason) => *self.summary.left.entry(reason).or_default() += 1,
            Wrote::Words => {
                self.summary.words += 1;
                self.summary.written += 1;
            }
            Wrote::Whole => self.summary.written += 1,
        }
        (event, wrote)
    }

    fn judge<'e>(&self, event: &'e Coded) -> (Option<Cow<'e, Coded>>, Wrote) {
        if self.tells(event) {
            return self.coded(Cow::Borrowed(event), Wrote::Whole);
        }
        if !self.words {
            return (None, Wrote::Left(unsaid(event)));
        }
        let plover = matches!(self.room, Room::Modes | Room::Plover);
        match words::recode(event, plover) {
            Some(words) => self.coded(Cow::Owned(words), Wrote::Words),
            None if event.negated => (None, Wrote::Left(Reason::Negated)),
            None => self.coded(Cow::Borrowed(event), Wrote::Words),
        }
    }

    /// Whether the format can say how the event stands.
    fn tells(&self, event: &Coded) -> bool {
        let modes = || {
            matches!(
                event.standing,
                None | Some(Standing::Reported | Standing::Intended | Standing::Possible)
            )
        };
        event.is_deed() || self.room == Room::All || (self.room == Room::Modes && modes())
    }

    /// The event, where the format has a code for it or it is one of the format's own.
    fn coded<'e>(&self, event: Cow<'e, Coded>, wrote: Wrote) -> (Option<Cow<'e, Coded>>, Wrote) {
        let has = match self.room {
            Room::All | Room::Bare => true,
            Room::Cameo => code::cameo_of(&event.kind).is_some(),
            Room::Modes | Room::Plover => code::plover_of(&event.kind).is_some(),
        };
        if has || self.form.system() == Some(event.system) {
            return (Some(event), wrote);
        }
        (None, Wrote::Left(Reason::NoCode))
    }

    pub(crate) fn summary(&self) -> Summary {
        self.summary.clone()
    }
}

/// Why a deed's format cannot say it.
fn unsaid(event: &Coded) -> Reason {
    match event.standing {
        _ if event.negated => Reason::Negated,
        standing => Reason::Words(standing.unwrap_or(Standing::Reported)),
    }
}

/// Writes a tabular format: cells between tabs, without quotes.
pub(crate) struct SheetWriter<W: Write> {
    out: BufWriter<W>,
    sheet: &'static Sheet,
    gate: Gate,
    names: HashMap<&'static str, usize>,
    extra: Vec<String>,
}

impl<W: Write> SheetWriter<W> {
    /// Writes the heading where the format has one.
    pub(crate) fn new(sheet: &'static Sheet, out: W, options: Options) -> Result<Self> {
        let gate = Gate::new(sheet.form, &options);
        let names = sheet.columns.iter().enumerate().map(|(column, name)| (*name, column)).collect();
        let extra = if sheet.named { options.extra } else { Vec::new() };
        let mut writer = Self { out: BufWriter::new(out), sheet, gate, names, extra };
        if sheet.named {
            let extra = writer.extra.iter().map(|name| name.replace(['\t', '\n', '\r'], " "));
            let names: Vec<String> =
                sheet.columns.iter().map(|name| (*name).to_owned()).chain(extra).collect();
            writeln!(writer.out, "{}", names.join("\t"))?;
        }
        Ok(writer)
    }

    fn row(&mut self, event: &Coded) -> Result<()> {
        let mut cells = Cells::new(self.sheet.columns.len());
        (self.sheet.encode)(event, &mut cells);
        if event.system == self.sheet.system {
            for (name, value) in &event.rest {
                if let Some(column) = self.names.get(name.as_ref()) {
                    cells.put(*column, value.as_str());
                }
            }
        }
        for name in &self.extra {
            cells.0.push(Cell::from(extra(event, name)));
        }
        self.line(&cells)
    }

    /// Which columns stand in the row, and in what order.
    fn line(&mut self, cells: &Cells<'_>) -> Result<()> {
        let style = self.sheet.styles[0];
        let nothing = if self.sheet.form == Form::Petrarch { "---" } else { "" };
        let columns = (self.sheet.columns_of)(&cells.0[..self.sheet.columns.len()]);
        let columns = columns.into_iter().chain(self.sheet.columns.len()..cells.0.len());
        for (n, cell) in columns.map(|column| &cells.0[column]).enumerate() {
            if n > 0 {
                self.out.write_all(b"\t")?;
            }
            match cell {
                Cell::Nothing => self.out.write_all(nothing.as_bytes())?,
                cell => cell.write(&mut self.out, style)?,
            }
        }
        Ok(self.out.write_all(b"\n")?)
    }
}

/// What a further column holds: what the file had there, or the title or the words under the names that wider files give
/// them.
fn extra<'e>(event: &'e Coded, name: &str) -> Option<&'e str> {
    let field = match name.to_lowercase().as_str() {
        "headline" => event.source.title.as_deref(),
        "event sentence" | "event text" => event.text.as_deref(),
        _ => None,
    };
    event.kept(name).or(field)
}

impl<W: Write> Writer for SheetWriter<W> {
    fn event(&mut self, event: &Coded) -> Result<Wrote> {
        let (event, wrote) = self.gate.pass(event);
        if let Some(event) = event {
            self.row(&event)?;
        }
        Ok(wrote)
    }

    fn end(&mut self) -> Result<Summary> {
        self.out.flush()?;
        Ok(self.gate.summary())
    }
}
