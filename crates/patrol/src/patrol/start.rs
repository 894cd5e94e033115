//! What a patrol begins with: what the last one left, and the threads beside the loop.

use std::collections::{HashMap, HashSet};
use std::sync::mpsc::SyncSender;

use saydo_files::STANDARD_INPUT;
use saydo_ledger::Ledger;
use saydo_rounds::{Rounds, Settled};

use super::Means;
use crate::hook::Postman;
use crate::pool::{Pool, Worker};
use crate::task::Done;
use crate::work::Bench;
use crate::{Error, Settings, shelf};

/// What waited when the last run ended and is in the ledger all the same is settled.
pub(super) fn recall(ledger: &Ledger, rounds: &mut Rounds) -> Result<(), Error> {
    let mut waiting: HashMap<String, Vec<String>> = HashMap::new();
    for (source, item) in rounds.pending() {
        waiting.entry(source.to_owned()).or_default().push(item.to_owned());
    }
    for (source, items) in waiting {
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        for item in ledger.seen(&source, &items)? {
            rounds.settle(&source, &item, Settled::Kept);
        }
    }
    Ok(())
}

/// The workers.
pub(super) fn pool(settings: &Settings, means: &Means<'_>, inbox: &SyncSender<Done>) -> Result<Pool, Error> {
    let worker = Worker {
        bench: Bench { web: means.web.clone(), clock: means.clock.clone(), vault: means.vault.clone() },
        postman: Postman { address: settings.webhook.clone(), secret: settings.secret.clone() },
    };
    // One more than sources may be asked, so that an alert never waits for a slow source.
    Pool::start(means.policy.parallel + 1, &worker, inbox)
}

/// The publishers that the watch names, by source.
pub(super) fn publishers(settings: &Settings) -> HashMap<String, String> {
    let sources = settings.sources.iter().map(|s| (s.address.clone(), s.publisher.clone()));
    let folders =
        settings.folders.iter().map(|(path, publisher)| (path.display().to_string(), publisher.clone()));
    let input = settings.input.iter().map(|publisher| (STANDARD_INPUT.to_owned(), publisher.clone()));
    let all = sources.chain(folders).chain(input);
    all.filter_map(|(source, publisher)| Some((source, publisher?))).collect()
}

/// Has standard input read, where the watch follows it.
pub(super) fn begin(
    settings: &Settings,
    inbox: &SyncSender<Done>,
) -> Result<HashSet<(String, String)>, Error> {
    let mut reading = HashSet::new();
    if settings.input.is_some() {
        shelf::pipe(inbox)?;
        reading.insert((STANDARD_INPUT.to_owned(), STANDARD_INPUT.to_owned()));
    }
    Ok(reading)
}

/// Two watches spread their first requests differently.
pub(super) fn seed(name: &str) -> u64 {
    name.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
