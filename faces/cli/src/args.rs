//! The command line as typed.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ColorChoice, Parser, Subcommand, ValueEnum};

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
    Code(Code),
    Parse(Parse),
}

/// Read who is mentioned, who said what and who did what, each with the words that prove it.
#[derive(Debug, clap::Args)]
pub(crate) struct Code {
    /// Files (.txt .md .jsonl), folders of these, or - for standard input; none means standard input.
    pub(crate) paths: Vec<PathBuf>,
    /// How to print: to read, as JSON, or as PETRARCH does. To read on a terminal, JSON in a pipe, unless given.
    #[arg(long, value_enum)]
    pub(crate) format: Option<View>,
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
}

/// Parse text into Universal Dependencies: words, tags, lemmas, features and trees.
#[derive(Debug, clap::Args)]
pub(crate) struct Parse {
    /// Files (.txt .md .jsonl .conllu), folders of these, or - for standard input; none means standard input.
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
}

/// The inputs that hold reports.
fn reports() -> impl TypedValueParser<Value = Input> {
    let possible = |input: &Input| input.to_possible_value().filter(|_| *input != Input::Conllu);
    let names = Input::value_variants().iter().filter_map(possible);
    PossibleValuesParser::new(names).try_map(|name| Input::from_str(&name, false))
}
