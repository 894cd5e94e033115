//! The command line as typed.

mod code;
mod coded;
mod serve;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ColorChoice, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

pub(crate) use code::{Code, View};
pub(crate) use coded::{Compare, Comparison, Convert, Export, Import, Reading};
pub(crate) use serve::Serve;

/// Reads news reports: who said what, who did what, and whether the two agree.
#[derive(Debug, Parser)]
#[command(
    version,
    after_help = "Exit status: 0 done, 1 nothing found, 2 trouble (what and where is on standard error)."
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Demo(Demo),
    Init(Init),
    Add(Add),
    Picture(Picture),
    Explain(Explain),
    Serve(Serve),
    Watch(Watch),
    Sources(Sources),
    Rebuild(Rebuild),
    Code(Code),
    Import(Import),
    Export(Export),
    Convert(Convert),
    Compare(Compare),
    Parse(Parse),
}

/// Show the picture of a crisis that ships with the program: what is announced, what is seen.
#[derive(Debug, clap::Args)]
pub(crate) struct Demo {
    #[command(flatten)]
    pub(crate) show: Show,
    /// Explain a finding of the picture instead of showing it: its rule and the sentences that it rests on.
    #[arg(long, value_name = "ID", conflicts_with = "write")]
    pub(crate) explain: Option<String>,
    /// Write the example's reports, its watch and its ledger into a new folder instead, to try the other commands on.
    #[arg(long, value_name = "DIR")]
    pub(crate) write: Option<PathBuf>,
}

/// Write a commented watch file: whose words and deeds are followed, about whom, where, since when.
#[derive(Debug, clap::Args)]
pub(crate) struct Init {
    /// The file to write; one that is there is left as it is.
    #[arg(default_value = WATCH)]
    pub(crate) watch: PathBuf,
}

/// Read reports into a ledger. What is there already is left; a new text of the same address is a new revision.
#[derive(Debug, clap::Args)]
pub(crate) struct Add {
    /// Files (.txt .md .jsonl .html .warc, also packed: .gz), folders of these, or - for standard input; none
    /// means standard input.
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) ledger: LedgerFile,
    /// What the input is, where its name does not tell.
    #[arg(long, default_value = "auto", value_parser = reports())]
    pub(crate) input: Input,
    /// How many threads read at once; 0 means one for each core.
    #[arg(long, default_value_t = 0)]
    pub(crate) threads: usize,
}

/// Show the picture of a watch: what is announced set against what is seen, with the sentences, as of any day.
#[derive(Debug, clap::Args)]
pub(crate) struct Picture {
    #[command(flatten)]
    pub(crate) ledger: LedgerFile,
    #[command(flatten)]
    pub(crate) watch: WatchFile,
    #[command(flatten)]
    pub(crate) show: Show,
}

/// Explain a finding: the rule, the evidence, the sentences with their spans, sources and dates.
#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// The id that stands beside the finding, such as w12.3, p:RUS:Belarus:troops, warning or headline.
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) ledger: LedgerFile,
    #[command(flatten)]
    pub(crate) watch: WatchFile,
    /// The day of the picture that the finding is of; the newest report's unless given.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// Whether to use colours.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) color: ColorChoice,
}

/// Take news in for ever from what a watch follows, and tell what changes in its picture. Goes on where it was stopped.
#[derive(Debug, clap::Args)]
pub(crate) struct Watch {
    #[command(flatten)]
    pub(crate) ledger: LedgerFile,
    #[command(flatten)]
    pub(crate) file: WatchFile,
    /// Ask once for everything that is due, tell what changed, and end: for cron.
    #[arg(long)]
    pub(crate) once: bool,
    /// Take in and write nothing, but tell what would have been told over the last so many days of the ledger.
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=3660), conflicts_with = "once")]
    pub(crate) dry_run: Option<u32>,
    /// Where the pages are kept as they came in; beside the ledger unless given.
    #[arg(long, value_name = "DIR")]
    pub(crate) raw: Option<PathBuf>,
}

/// Show what a watch follows and how each source fares: when it last answered, what it last brought, whether it is silent.
#[derive(Debug, clap::Args)]
pub(crate) struct Sources {
    #[command(flatten)]
    pub(crate) ledger: LedgerFile,
    /// The watch.
    #[arg(long, value_name = "FILE", default_value = WATCH)]
    pub(crate) watch: PathBuf,
    /// How to show them.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Listed,
}

/// How sources are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Listed {
    /// To read.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
    /// OPML, for other feed readers.
    Opml,
}

/// Read all reports of a ledger again that another version of the program read; a run that is broken off is carried on.
#[derive(Debug, clap::Args)]
pub(crate) struct Rebuild {
    #[command(flatten)]
    pub(crate) ledger: LedgerFile,
    /// The folder of raw bytes that `saydo watch` kept: texts that an older version made of them are made again first. By
    /// default the ledger's name with `.raw` after it, if there is such a folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) raw: Option<PathBuf>,
}

/// Which ledger.
#[derive(Debug, clap::Args)]
pub(crate) struct LedgerFile {
    /// The ledger.
    #[arg(long, value_name = "FILE", default_value = "saydo.sqlite")]
    pub(crate) ledger: PathBuf,
}

/// Which watch.
#[derive(Debug, clap::Args)]
pub(crate) struct WatchFile {
    /// The watch; `saydo init` writes one.
    #[arg(long, value_name = "FILE", default_value = WATCH)]
    pub(crate) watch: PathBuf,
    /// Further rows for the table of publishers, owners and whom they speak for (columns as in data/publishers).
    #[arg(long, value_name = "FILE")]
    pub(crate) publishers: Option<PathBuf>,
}

/// Which picture, and how it is shown.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Show {
    /// The day of the picture, with its reports; nothing published later takes part. The newest report's unless given.
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<Date>,
    /// Tell what changed since the end of this day.
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<Date>,
    /// How to show it.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Form,
    /// Whether to use colours where it is shown as text.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) color: ColorChoice,
}

/// How a picture is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// To read on a terminal.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// One self-contained HTML page with charts.
    Html,
    /// One JSON object, as docs/picture.md describes it.
    Json,
}

/// Where a watch lies unless something else is said.
const WATCH: &str = "watch.toml";

/// Parse text into Universal Dependencies: words, tags, lemmas, features and trees.
#[derive(Debug, clap::Args)]
pub(crate) struct Parse {
    /// Files (.txt .md .jsonl .conllu .html .warc, also packed: .gz), folders of these, or - for standard input; none
    /// means standard input.
    pub(crate) paths: Vec<PathBuf>,
    /// How to print: trees to read, or CoNLL-U. Trees on a terminal, CoNLL-U in a pipe, unless given.
    #[arg(long, value_enum)]
    pub(crate) format: Option<Output>,
    /// What the input is, where its name does not tell.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) input: Input,
    /// How many threads read at once; 0 means one for each core.
    #[arg(long, default_value_t = 0)]
    pub(crate) threads: usize,
}

/// How `saydo parse` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Output {
    /// Trees to read.
    Tree,
    /// Universal Dependencies' exchange format.
    Conllu,
}

/// What an input is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Input {
    /// By the file's name, else by its first bytes.
    #[default]
    Auto,
    /// One report, as plain text.
    Text,
    /// One report, as Markdown.
    Markdown,
    /// One report a line, as JSON objects with a "text".
    Jsonl,
    /// Sentences whose words are kept as they are.
    Conllu,
    /// One web page.
    Html,
    /// A web archive: a report for each page in it that holds an article.
    Warc,
}

impl From<Input> for saydo_files::Input {
    fn from(input: Input) -> Self {
        match input {
            Input::Auto => Self::Auto,
            Input::Text => Self::Text,
            Input::Markdown => Self::Markdown,
            Input::Jsonl => Self::Jsonl,
            Input::Conllu => Self::Conllu,
            Input::Html => Self::Html,
            Input::Warc => Self::Warc,
        }
    }
}

/// The inputs that hold reports.
fn reports() -> impl TypedValueParser<Value = Input> {
    let possible = |input: &Input| input.to_possible_value().filter(|_| *input != Input::Conllu);
    let names = Input::value_variants().iter().filter_map(possible);
    PossibleValuesParser::new(names).try_map(|name| Input::from_str(&name, false))
}
