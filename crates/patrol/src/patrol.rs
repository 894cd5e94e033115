//! The loop: jobs out, answers in, reports into the ledger, changes told.

mod answer;
mod start;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Duration;

use jiff::Timestamp;
use saydo_bureau::{Outlets, Taken};
use saydo_fetch::Web;
use saydo_ledger::Ledger;
use saydo_rounds::{JobKind, Outcome, Policy, Rounds};
use saydo_vault::Vault;
use saydo_watch::Watch;

use crate::pool::Pool;
use crate::robots::Cabinet;
use crate::shelf::{Order, Shelf};
use crate::store::Store;
use crate::task::{Done, Task};
use crate::tell::{Teller, day};
use crate::{Clock, Error, Notice, Settings, folder};
use start::{begin, pool, publishers, recall, seed};

/// Answers that may wait to be dealt with; whoever brings more waits, so that memory stays bounded.
const INBOX: usize = 64;

/// How often folders are looked through.
const SCAN: Duration = Duration::from_secs(60);

/// How often alerts that wait are looked for.
const HOOKS: Duration = Duration::from_secs(5);

/// What was got is kept at least so often.
const KEEP: Duration = Duration::from_secs(2);

/// Items that their source has not listed for so many days are forgotten; their reports are not.
const FORGET: i64 = 400;

/// What a patrol works with.
pub struct Means<'p> {
    /// The way to the sources.
    pub web: Arc<dyn Web>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Where raw pages are kept.
    pub vault: Arc<Vault>,
    /// Which outlets are one family.
    pub outlets: &'p Outlets,
    /// Ends the patrol when it is set; what was got by then is kept.
    pub stop: Arc<AtomicBool>,
    /// How the planner goes about it.
    pub policy: Policy,
    /// The shortest time between two looks at the picture.
    pub look: Duration,
    /// Hears what happens.
    pub say: &'p mut dyn FnMut(Notice),
}

/// How long a patrol goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// Until it is stopped.
    Stopped,
    /// Until everything that is due was asked once.
    Idle,
}

/// Takes news in.
pub struct Patrol<'p> {
    ledger: &'p mut Ledger,
    settings: Settings,
    rounds: Rounds,
    robots: Cabinet,
    store: Store,
    teller: Teller<'p>,
    pool: Pool,
    shelf: Shelf,
    inbox: Receiver<Done>,
    clock: Arc<dyn Clock>,
    stop: Arc<AtomicBool>,
    say: &'p mut dyn FnMut(Notice),
    /// The publishers that the watch names, by source.
    publishers: HashMap<String, String>,
    /// Files that are being read, and standard input.
    reading: HashSet<(String, String)>,
    /// Alerts that are on their way.
    sending: HashSet<String>,
    /// What each source was last told of.
    told: HashMap<String, String>,
    /// When the folders were last looked through.
    scanned: Option<Timestamp>,
    /// When what waited was last kept.
    kept: Timestamp,
    /// Whether everything was asked once, or changes were told before.
    grounded: bool,
    /// When the alerts that wait were last looked for.
    delivered: Option<Timestamp>,
    /// What was taken in all.
    taken: Taken,
}

impl<'p> Patrol<'p> {
    /// A patrol of `watch` that goes on where the ledger says that the last one ended.
    pub fn new(
        ledger: &'p mut Ledger,
        watch: &'p Watch,
        settings: Settings,
        means: Means<'p>,
    ) -> Result<Self, Error> {
        let now = means.clock.now();
        let (sender, inbox) = sync_channel(INBOX);
        let mut rounds = Rounds::new(
            settings.sources.clone(),
            &ledger.source_states()?,
            Policy { pause: settings.pause.unwrap_or(means.policy.pause), ..means.policy },
            now,
            seed(&watch.name),
        );
        recall(ledger, &mut rounds)?;
        let grounded = ledger.watched(&watch.name)?.is_some();
        let mut teller = Teller::new(watch, means.outlets, means.look);
        teller.folder.clone_from(&settings.alerts);
        teller.sends = settings.webhook.is_some();
        Ok(Self {
            pool: pool(&settings, &means, &sender)?,
            shelf: Shelf::start(&sender)?,
            publishers: publishers(&settings),
            reading: begin(&settings, &sender)?,
            ledger,
            settings,
            rounds,
            robots: Cabinet::default(),
            store: Store::default(),
            teller,
            inbox,
            clock: means.clock,
            stop: means.stop,
            say: means.say,
            sending: HashSet::new(),
            told: HashMap::new(),
            scanned: None,
            kept: now,
            grounded,
            delivered: None,
            taken: Taken::default(),
        })
    }

    /// Goes on until it is stopped, or has asked everything that is due. Gives what was taken in.
    pub fn run(&mut self, until: Until) -> Result<Taken, Error> {
        self.sweep()?;
        while !self.stop.load(Ordering::Relaxed) {
            let now = self.clock.now();
            self.send(now)?;
            self.scan(now)?;
            self.deliver(now)?;
            if let Some(done) = self.receive(now) {
                self.take(done)?;
                while let Ok(done) = self.inbox.try_recv() {
                    self.take(done)?;
                }
            }
            self.keep(false)?;
            // What the first round brings is the ground that changes are told against, and no change itself.
            self.grounded |= self.is_idle();
            if until == Until::Stopped && self.grounded && self.teller.is_due(self.clock.now()) {
                self.look()?;
            }
            if until == Until::Idle && self.is_idle() {
                break;
            }
        }
        self.keep(true)?;
        if until == Until::Idle {
            self.finish()?;
        }
        Ok(self.taken)
    }

    /// The last look of a run that ends by itself, and one try for each alert that waits.
    fn finish(&mut self) -> Result<(), Error> {
        self.look()?;
        self.delivered = None;
        self.deliver(self.clock.now())?;
        while !self.sending.is_empty() {
            let Ok(done) = self.inbox.recv() else { return Err(Error::Worker) };
            self.take(done)?;
        }
        self.keep(true)
    }

    fn look(&mut self) -> Result<(), Error> {
        self.teller.look(self.ledger, self.clock.now(), self.say)
    }

    fn is_idle(&self) -> bool {
        self.rounds.is_idle() && self.rounds.out() == 0 && self.reading.is_empty() && !self.store.is_waiting()
    }

    /// Gives out what may be asked now. What a robots.txt forbids is not asked.
    fn send(&mut self, now: Timestamp) -> Result<(), Error> {
        for job in self.rounds.next(now) {
            let asks = matches!(job.kind, JobKind::Listing { .. } | JobKind::Article(_));
            if asks && !job.address.is_empty() && !self.robots.allows(&job.address) {
                self.fail(&job, "its robots.txt does not allow it");
                self.rounds.done(&job, Outcome::Disallowed, now);
                self.store.touch();
            } else {
                self.pool.give(Task::Job(Box::new(job)))?;
            }
        }
        Ok(())
    }

    /// Looks through the folders now and then.
    fn scan(&mut self, now: Timestamp) -> Result<(), Error> {
        if self.scanned.is_some_and(|last| now < last.saturating_add(SCAN).unwrap_or(Timestamp::MAX)) {
            return Ok(());
        }
        self.scanned = Some(now);
        for (path, _) in self.settings.folders.clone() {
            let source = path.display().to_string();
            let (found, troubles) = folder::look(&path);
            for what in troubles {
                self.trouble(&source, what);
            }
            let items: Vec<&str> = found.iter().map(|file| file.item.as_str()).collect();
            let seen = self.ledger.seen(&source, &items)?;
            for file in found.into_iter().filter(|file| !seen.contains(&file.item)) {
                if self.reading.insert((source.clone(), file.item.clone())) {
                    self.shelf.give(Order { source: source.clone(), path: file.path, item: file.item })?;
                }
            }
        }
        Ok(())
    }

    /// Gives out the alerts that are due.
    fn deliver(&mut self, now: Timestamp) -> Result<(), Error> {
        let lately =
            self.delivered.is_some_and(|last| now < last.saturating_add(HOOKS).unwrap_or(Timestamp::MAX));
        if self.settings.webhook.is_none() || lately {
            return Ok(());
        }
        self.delivered = Some(now);
        for letter in self.ledger.alerts_to_send()? {
            let due = letter.next.is_none_or(|next| next <= now) && letter.watch == self.teller.watch.name;
            if due && self.sending.insert(letter.id.clone()) {
                self.pool.give(Task::Hook(Box::new(letter)))?;
            }
        }
        Ok(())
    }

    /// Waits for an answer, until something else is to be done.
    fn receive(&self, now: Timestamp) -> Option<Done> {
        let folders = (!self.settings.folders.is_empty()).then_some(SCAN);
        let kept = self.store.is_waiting().then(|| self.kept.saturating_add(KEEP).ok()).flatten();
        let scan = folders.and_then(|pause| self.scanned?.saturating_add(pause).ok());
        let hooks = self.settings.webhook.is_some().then(|| now.saturating_add(HOOKS).ok()).flatten();
        let soonest = [self.rounds.wake(), scan, kept, hooks, self.teller.due()].into_iter().flatten().min();
        let until = soonest.unwrap_or_else(|| now.saturating_add(SCAN).unwrap_or(Timestamp::MAX));
        let out = self.rounds.out() + self.sending.len() + self.reading.len();
        self.inbox.recv_timeout(self.clock.patience(until, out)).ok()
    }

    /// Puts what waits into the ledger, where enough does or some time has gone by.
    fn keep(&mut self, last: bool) -> Result<(), Error> {
        let now = self.clock.now();
        let old = self.kept.saturating_add(KEEP).is_ok_and(|due| due <= now);
        let idle = self.rounds.out() == 0 && self.reading.is_empty();
        if !last && !(self.store.is_waiting() && (self.store.is_full() || old || idle)) {
            return Ok(());
        }
        self.kept = now;
        let taken = self.store.keep(self.ledger, &mut self.rounds, day(now), last)?;
        if taken != Taken::default() {
            self.teller.note();
            self.taken += taken;
            (self.say)(Notice::Took(taken));
        }
        Ok(())
    }

    fn sweep(&mut self) -> Result<(), Error> {
        let before = day(self.clock.now()).saturating_sub(jiff::Span::new().days(FORGET));
        let mut batch = self.ledger.begin()?;
        batch.sweep_items(before)?;
        Ok(batch.commit()?)
    }
}
