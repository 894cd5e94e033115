//! The arguments of `saydo code`.

use std::path::PathBuf;

use clap::{ColorChoice, ValueEnum};
use saydo_coded::Form;

use super::{Input, reports};

/// Read who is mentioned, who said what and who did what, each with the words that prove it.
#[derive(Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct Code {
    /// Files (.txt .md .jsonl .html .warc, also packed: .gz), folders of these, or - for standard input; none
    /// means standard input.
    pub(crate) paths: Vec<PathBuf>,
    /// How to print: to read, as records, or as rows of events. To read on a terminal, records in a pipe, unless given.
    #[arg(long, value_enum)]
    pub(crate) format: Option<View>,
    /// Answer each line of standard input, a JSON object with a "text" or bare text, with one line of JSON, at once, until
    /// it ends: for queues.
    #[arg(long, conflicts_with_all = ["paths", "explain", "predicates", "dictionaries", "words"])]
    pub(crate) follow: bool,
    /// In rows, write what is announced, claimed, planned, demanded, possible or denied too where the format cannot tell
    /// it from a deed; it is left out and counted unless given.
    #[arg(long)]
    pub(crate) words: bool,
    /// Show what led to each statement and each event.
    #[arg(long)]
    pub(crate) explain: bool,
    /// Add to the JSON every clause's head with its standing, its statement and its factuality.
    #[arg(long)]
    pub(crate) predicates: bool,
    /// A folder of PETRARCH dictionaries (verbs, actors, agents, discards, issues), to code with them too.
    #[arg(long, value_name = "DIR")]
    pub(crate) dictionaries: Option<PathBuf>,
    /// Whether to use colours where the output is to be read.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) color: ColorChoice,
    /// What the input is, where its name does not tell.
    #[arg(long, default_value = "auto", value_parser = reports())]
    pub(crate) input: Input,
    /// How many threads read at once; 0 means one for each core.
    #[arg(long, default_value_t = 0)]
    pub(crate) threads: usize,
}

/// How `saydo code` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum View {
    /// One JSON object a line for each report.
    Json,
    /// The marked text, its statements, events and entities.
    Read,
    /// PETRARCH's file: date, source, target, code, issues, ids, url and publisher between tabs; needs --dictionaries.
    Petrarch,
    /// Our own events in the columns of PETRARCH 2.
    Petrarch2,
    /// GDELT's 61 columns.
    Gdelt,
    /// GDELT's mentions, 16 columns.
    Mentions,
    /// ICEWS's 20 columns.
    Icews,
    /// POLECAT's 40 columns.
    Polecat,
    /// PLOVER's JSON Lines.
    Plover,
    /// Phoenix's 26 columns.
    Phoenix,
    /// Our own columns as CSV.
    Csv,
    /// Our own columns as JSON Lines.
    Jsonl,
    /// Our own columns as GeoJSON: events with a place.
    Geojson,
    /// Our own columns as Parquet.
    Parquet,
}

impl View {
    /// The format of its rows; none where it prints no rows of events.
    pub(crate) fn form(self) -> Option<Form> {
        Some(match self {
            Self::Json | Self::Read | Self::Petrarch => return None,
            Self::Petrarch2 => Form::Petrarch,
            Self::Gdelt => Form::GdeltEvents,
            Self::Mentions => Form::GdeltMentions,
            Self::Icews => Form::Icews,
            Self::Polecat => Form::Polecat,
            Self::Plover => Form::Plover,
            Self::Phoenix => Form::Phoenix,
            Self::Csv => Form::Csv,
            Self::Jsonl => Form::Jsonl,
            Self::Geojson => Form::GeoJson,
            Self::Parquet => Form::Parquet,
        })
    }
}
