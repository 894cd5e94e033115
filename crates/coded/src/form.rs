//! The file formats.

use std::io::{Read, Write};

use saydo_export::Format;

use crate::own::TableWriter;
use crate::read::Rows;
use crate::sheet::Sheet;
use crate::write::SheetWriter;
use crate::{Coded, Error, Odd, Options, Result, System, Writer};
use crate::{acled, gdelt, icews, mentions, own, petrarch, phoenix, plover, polecat, sniff, ucdp, viina};

/// A file format of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// GDELT's events: 61 columns; 57 or 58 of version 1 are read too.
    GdeltEvents,
    /// GDELT's mentions: 16 columns.
    GdeltMentions,
    /// ICEWS's events: 20 columns, tabs, a heading.
    Icews,
    /// POLECAT's events: 40 columns, tabs, a heading.
    Polecat,
    /// PLOVER's JSON Lines.
    Plover,
    /// Phoenix's events: 26 columns.
    Phoenix,
    /// What PETRARCH 2 writes.
    Petrarch,
    /// UCDP's georeferenced events, as CSV or JSON Lines; only read.
    UcdpGed,
    /// VIINA's events as CSV; only read.
    Viina,
    /// An export of ACLED as CSV; only read.
    Acled,
    /// Our own columns as CSV; see [`crate::table`].
    Csv,
    /// Our own columns as JSON Lines.
    Jsonl,
    /// Our own columns as GeoJSON; only written.
    GeoJson,
    /// Our own columns as Parquet; only written.
    Parquet,
}

/// Reads the events of a file one by one: each row, or what is odd with one. An [`Odd`] that is `mended` is followed by
/// its row; any other row that is odd is left out, and the rest goes on.
pub struct Reader<'r> {
    rows: Box<dyn Iterator<Item = std::result::Result<Coded, Odd>> + 'r>,
}

impl Iterator for Reader<'_> {
    type Item = std::result::Result<Coded, Odd>;

    fn next(&mut self) -> Option<Self::Item> {
        self.rows.next()
    }
}

impl Form {
    /// Every one.
    pub const ALL: [Self; 14] = [
        Self::GdeltEvents,
        Self::GdeltMentions,
        Self::Icews,
        Self::Polecat,
        Self::Plover,
        Self::Phoenix,
        Self::Petrarch,
        Self::UcdpGed,
        Self::Viina,
        Self::Acled,
        Self::Csv,
        Self::Jsonl,
        Self::GeoJson,
        Self::Parquet,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        let names = [
            "gdelt", "mentions", "icews", "polecat", "plover", "phoenix", "petrarch", "ucdp", "viina",
            "acled", "csv", "jsonl", "geojson", "parquet",
        ];
        names[self as usize]
    }

    /// The one with this name.
    ///
    /// ```
    /// use saydo_coded::Form;
    /// assert_eq!(Form::of("mentions"), Some(Form::GdeltMentions));
    /// ```
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }

    /// Whose format it is; `None` for our own columns, which hold any system's.
    pub fn system(self) -> Option<System> {
        Some(match self {
            Self::GdeltEvents | Self::GdeltMentions => System::Gdelt,
            Self::Icews => System::Icews,
            Self::Polecat => System::Polecat,
            Self::Plover => System::Plover,
            Self::Phoenix => System::Phoenix,
            Self::Petrarch => System::Petrarch,
            Self::UcdpGed => System::Ucdp,
            Self::Viina => System::Viina,
            Self::Acled => System::Acled,
            Self::Csv | Self::Jsonl | Self::GeoJson | Self::Parquet => return None,
        })
    }

    /// Whether it can be read.
    pub fn is_read(self) -> bool {
        !matches!(self, Self::GeoJson | Self::Parquet)
    }

    /// Whether it can be written.
    pub fn is_written(self) -> bool {
        !matches!(self, Self::UcdpGed | Self::Viina | Self::Acled)
    }

    /// How its files end, without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::GdeltEvents => "export.CSV",
            Self::GdeltMentions => "mentions.CSV",
            Self::Icews => "tab",
            Self::Polecat | Self::Phoenix | Self::Petrarch => "txt",
            Self::Plover | Self::Jsonl => "jsonl",
            Self::UcdpGed | Self::Viina | Self::Acled | Self::Csv => "csv",
            Self::GeoJson => "geojson",
            Self::Parquet => "parquet",
        }
    }

    /// The format of a file, told by its first bytes (some 64 KiB are enough, unpacked) and, where they leave it open, by
    /// its name; `None` where it is none of them.
    ///
    /// ```
    /// use saydo_coded::Form;
    /// let first = b"Event ID\tEvent Date\tSource Name\tCAMEO Code\tIntensity\n";
    /// assert_eq!(Form::sniff("events.2018.tab", first), Some(Form::Icews));
    /// ```
    pub fn sniff(name: &str, first: &[u8]) -> Option<Self> {
        sniff::sniff(name, first)
    }

    /// Reads a file of this format, unpacked; `name` is for messages. Memory does not grow with the file.
    ///
    /// ```
    /// use saydo_coded::Form;
    /// let file = "20220215\tRUS\tUKR\t40\t\tr1_2\tagency\n20220215\tRUS\n";
    /// let mut rows = Form::Petrarch.reader("events.txt", file.as_bytes())?;
    /// let note = rows.next().unwrap().unwrap_err();
    /// assert_eq!(
    ///     note.to_string(),
    ///     "events.txt, line 1, column Code: `40` lost its leading zero, read as 040 [leading-zeros]"
    /// );
    /// let event = rows.next().unwrap().unwrap();
    /// assert_eq!((event.kind.cameo.as_deref(), event.actor.country.as_deref()), (Some("040"), Some("RUS")));
    /// let odd = rows.next().unwrap().unwrap_err();
    /// assert_eq!((odd.line, odd.mended, odd.raw.as_slice()), (2, false, &b"20220215\tRUS"[..]));
    /// # Ok::<(), saydo_coded::Error>(())
    /// ```
    pub fn reader<'r>(self, name: &str, input: impl Read + 'r) -> Result<Reader<'r>> {
        let rows: Box<dyn Iterator<Item = _> + 'r> = match (self, sheet(self)) {
            (Self::Plover, _) => Box::new(plover::Objects::new(name, input)),
            (_, Some(sheet)) => Box::new(Rows::new(sheet, name, input)),
            (_, None) => return Err(Error::WriteOnly(self)),
        };
        Ok(Reader { rows })
    }

    /// Writes a file of this format.
    ///
    /// ```
    /// use saydo_coded::{Coded, Form, Kind, Options, Reason, Standing};
    /// let deed = Coded {
    ///     id: "e1".into(),
    ///     day: jiff::civil::date(2022, 2, 15),
    ///     kind: Kind { cameo: Some("0874".into()), ..Kind::default() },
    ///     standing: Some(Standing::Reported),
    ///     ..Coded::default()
    /// };
    /// let word = Coded { standing: Some(Standing::Announced), ..deed.clone() };
    /// let mut out = Vec::new();
    /// let mut writer = Form::Petrarch.writer(&mut out, Options::default())?;
    /// writer.event(&deed)?;
    /// writer.event(&word)?;
    /// let summary = writer.end()?;
    /// drop(writer);
    /// assert_eq!((summary.written, summary.left[&Reason::Words(Standing::Announced)]), (1, 1));
    /// assert_eq!(out, b"20220215\t---\t---\t0874\t---\te1\t---\t---\n");
    /// # Ok::<(), saydo_coded::Error>(())
    /// ```
    pub fn writer<'w>(self, out: impl Write + Send + 'w, options: Options) -> Result<Box<dyn Writer + 'w>> {
        let format = match self {
            Self::UcdpGed | Self::Viina | Self::Acled => return Err(Error::ReadOnly(self)),
            Self::Plover => return Ok(Box::new(plover::Lines::new(out, &options))),
            Self::Csv => Format::Csv,
            Self::Jsonl => Format::JsonLines,
            Self::GeoJson => Format::GeoJson,
            Self::Parquet => Format::Parquet,
            _ => {
                let sheet = sheet(self).ok_or(Error::ReadOnly(self))?;
                return Ok(Box::new(SheetWriter::new(sheet, out, options)?));
            }
        };
        Ok(Box::new(TableWriter::new(self, format, out, &options)?))
    }
}

/// What a tabular format is.
pub(crate) fn sheet(form: Form) -> Option<&'static Sheet> {
    Some(match form {
        Form::GdeltEvents => &gdelt::SHEET,
        Form::GdeltMentions => &mentions::SHEET,
        Form::Icews => &icews::SHEET,
        Form::Polecat => &polecat::SHEET,
        Form::Phoenix => &phoenix::SHEET,
        Form::Petrarch => &petrarch::SHEET,
        Form::UcdpGed => &ucdp::SHEET,
        Form::Viina => &viina::SHEET,
        Form::Acled => &acled::SHEET,
        Form::Csv | Form::Jsonl => &own::SHEET,
        Form::Plover | Form::GeoJson | Form::Parquet => return None,
    })
}
