//! What the program says beside its data, and what it exits with.

use std::io::{self, Write};
use std::process::ExitCode;

use saydo_brief::clean;

/// Prints one message; nobody listening is no trouble.
pub(crate) fn tell(message: &str) {
    let _ = writeln!(io::stderr().lock(), "saydo: {}", clean::line(message));
}

/// How a command went.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Outcome {
    /// Whether anything was printed.
    pub(crate) found: bool,
    /// Whether something could not be read.
    pub(crate) trouble: bool,
}

impl Outcome {
    /// Notes trouble and says what it is.
    pub(crate) fn complain(&mut self, message: &str) {
        self.trouble = true;
        tell(message);
    }

    /// 0 done, 1 nothing found, 2 trouble.
    pub(crate) fn exit_code(self) -> ExitCode {
        ExitCode::from(match self {
            Self { trouble: true, .. } => 2,
            Self { found: false, .. } => 1,
            _ => 0,
        })
    }
}
