//! Work that takes all cores for long leaves them to whoever waits for an answer.

/// How far behind others this process stands, where 19 is last.
#[cfg(unix)]
const BEHIND: i32 = 10;

/// Lets other processes go first from now on: reading thousands of reports can wait, a page that is looked at cannot. Threads
/// that are there already keep their place.
pub(crate) fn step_back() {
    // A system that does not let a process step back runs it as it is.
    #[cfg(unix)]
    let _ = rustix::process::nice(BEHIND);
}
