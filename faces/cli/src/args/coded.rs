//! The arguments of `saydo import`, `export`, `convert` and `compare`.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ColorChoice, ValueEnum};
use jiff::civil::Date;
use saydo_coded::Form;

use super::{LedgerFile, WatchFile};

/// Take events that others coded into the ledger: GDELT's, ICEWS's, POLECAT's, UCDP's… They are marked as theirs, no picture
/// is drawn from them, and `saydo compare` sets them beside ours.
#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// Files, also packed: .gz, .zip; - for standard input.
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) ledger: LedgerFile,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// How files of coded events are read.
#[derive(Debug, clap::Args)]
pub(crate) struct Reading {
    /// What the files are; told by their first bytes unless given.
    #[arg(long, default_value = "auto", value_parser = readable())]
    pub(crate) form: Sniff,
    /// The folder for the rows that are odd; FILE.odd.tsv beside each file unless given.
    #[arg(long, value_name = "DIR")]
    pub(crate) odd: Option<PathBuf>,
}

/// A form, or what the first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sniff(pub(crate) Option<Form>);

/// Write the events of a ledger as other systems write theirs.
#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) ledger: LedgerFile,
    /// The format.
    #[arg(long, value_parser = writable())]
    pub(crate) format: Form,
    /// The first day of the events.
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<Date>,
    /// The last day of the events.
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<Date>,
    #[command(flatten)]
    pub(crate) target: Target,
}

/// Turn a file of coded events into another format.
#[derive(Debug, clap::Args)]
pub(crate) struct Convert {
    /// The file, also packed: .gz, .zip; - for standard input.
    pub(crate) path: PathBuf,
    /// The format to write.
    #[arg(long, value_parser = writable())]
    pub(crate) to: Form,
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[command(flatten)]
    pub(crate) target: Target,
}

/// Where rows go, and which.
#[derive(Debug, clap::Args)]
pub(crate) struct Target {
    /// Write what is announced, claimed, planned, demanded, possible or denied too where the format cannot tell it from a
    /// deed; it is left out and counted unless given.
    #[arg(long)]
    pub(crate) words: bool,
    /// The file to write; standard output unless given. It appears when it is whole.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Set our events beside those that others coded: what both have, what one lacks, which deeds our reading has only in words.
#[derive(Debug, clap::Args)]
pub(crate) struct Compare {
    #[command(flatten)]
    pub(crate) ledger: LedgerFile,
    #[command(flatten)]
    pub(crate) watch: WatchFile,
    /// The first day; the watch's unless given.
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<Date>,
    /// The last day; that of the last event unless given.
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<Date>,
    /// How to show it.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Comparison,
    /// How many of each list are shown as text; 0 for all.
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    pub(crate) most: usize,
    /// Whether to use colours where it is shown as text.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) color: ColorChoice,
}

/// How a comparison is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Comparison {
    /// To read on a terminal.
    #[default]
    Text,
    /// One JSON object, as docs/compare.md describes it.
    Json,
    /// A row for each event of either side.
    Csv,
}

/// The forms that are read, and `auto`.
fn readable() -> impl TypedValueParser<Value = Sniff> {
    let is_read = |form: &Form| !matches!(form, Form::GeoJson | Form::Parquet);
    let names = std::iter::once("auto").chain(Form::ALL.into_iter().filter(is_read).map(Form::name));
    PossibleValuesParser::new(names).map(|name| Sniff(Form::of(&name)))
}

/// The forms that are written.
fn writable() -> impl TypedValueParser<Value = Form> {
    let is_written = |form: &Form| !matches!(form, Form::UcdpGed | Form::Viina | Form::Acled);
    let names = Form::ALL.into_iter().filter(is_written).map(Form::name);
    PossibleValuesParser::new(names).try_map(|name| Form::of(&name).ok_or("no such format"))
}
