//! Files and standard input, read on a thread of their own, so that an archive of a gigabyte holds up no source.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel};
use std::thread;

use saydo_files::{Input, Item, STANDARD_INPUT};

use crate::Error;
use crate::task::Done;

/// So many records of one file that cannot be read are told one by one.
const TOLD: usize = 10;

/// A file to be read.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// The folder that it lies in.
    pub(crate) source: String,
    /// The file.
    pub(crate) path: PathBuf,
    /// What it is known by.
    pub(crate) item: String,
}

/// The thread that reads files.
pub(crate) struct Shelf {
    orders: Sender<Order>,
}

impl Shelf {
    /// A thread that reads what it is given, one file after another.
    pub(crate) fn start(inbox: &SyncSender<Done>) -> Result<Self, Error> {
        let (orders, waiting) = channel();
        let inbox = inbox.clone();
        let thread = thread::Builder::new().name("saydo-files".to_owned());
        thread.spawn(move || serve(&waiting, &inbox)).map_err(|_| Error::Worker)?;
        Ok(Self { orders })
    }

    /// Has a file read.
    pub(crate) fn give(&self, order: Order) -> Result<(), Error> {
        self.orders.send(order).map_err(|_| Error::Worker)
    }
}

/// Has standard input read, on a thread of its own, since it may never end.
pub(crate) fn pipe(inbox: &SyncSender<Done>) -> Result<(), Error> {
    let inbox = inbox.clone();
    let order = Order {
        source: STANDARD_INPUT.to_owned(),
        path: PathBuf::from(STANDARD_INPUT),
        item: STANDARD_INPUT.to_owned(),
    };
    let thread = thread::Builder::new().name("saydo-input".to_owned());
    thread.spawn(move || read(&order, &inbox)).map_err(|_| Error::Worker)?;
    Ok(())
}

fn serve(waiting: &Receiver<Order>, inbox: &SyncSender<Done>) {
    while let Ok(order) = waiting.recv() {
        if read(&order, inbox).is_none() {
            return;
        }
    }
}

/// Reads a file and sends what is in it; `None` where nobody listens any more.
fn read(order: &Order, inbox: &SyncSender<Done>) -> Option<()> {
    let source = || order.source.clone();
    let trouble = |what: String| {
        let what = told(&order.path, &what);
        inbox.send(Done::Trouble { source: source(), what }).ok()
    };
    let mut bad = 0;
    match saydo_files::open(&order.path, Input::Auto, false) {
        Err(error) => trouble(error.to_string())?,
        Ok(items) => {
            for item in items {
                match item {
                    Item::Report(report) => inbox.send(Done::Report { source: source(), report }).ok()?,
                    Item::Sentence(_) => {}
                    Item::Bad(what) => {
                        bad += 1;
                        if bad <= TOLD {
                            trouble(what)?;
                        }
                    }
                }
            }
        }
    }
    if bad > TOLD {
        trouble(format!("{} more that cannot be read", bad - TOLD))?;
    }
    inbox.send(Done::End { source: source(), item: order.item.clone() }).ok()
}

fn told(path: &Path, what: &str) -> String {
    format!("{}: {what}", path.display())
}
