//! The server: routes that can change while it runs, and a log of what was asked.

use std::collections::HashMap;
use std::io::BufReader;
use std::net::{Ipv4Addr, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::act::{After, act};
use crate::stage::{Connections, Stage};
use crate::{Asked, Play};

/// No request and no answer of a test takes longer than this.
const PATIENCE: Duration = Duration::from_secs(30);

type Part = dyn Fn(&Asked) -> Play + Send + Sync;

#[derive(Default)]
struct Script {
    parts: HashMap<String, Arc<Part>>,
    times: HashMap<String, usize>,
    asked: Vec<Asked>,
}

/// A web server on a loopback address that does what its routes say.
///
/// It ends with all its threads when it is dropped.
pub struct Sham {
    stage: Arc<Stage>,
    script: Arc<Mutex<Script>>,
}

impl Sham {
    /// Listens on a free port of that address.
    ///
    /// # Panics
    /// Where the address cannot be listened on: a test cannot go on then.
    pub fn start(ip: Ipv4Addr) -> Self {
        let script = Arc::<Mutex<Script>>::default();
        let of_stage = script.clone();
        let stage = Stage::open(ip, 0, move |stage, stream, number| serve(stage, &stream, number, &of_stage));
        Self { stage: stage.expect("a free port on a loopback address"), script }
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.stage.place().port()
    }

    /// The address of a path, by number: `http://127.0.0.2:4711/path`.
    pub fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.stage.place())
    }

    /// The address of a path, by a name that the client's own table leads here.
    pub fn named(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{path}", self.port())
    }

    /// Says how a path is answered from now on. A path with a query goes before the same path without one; what has
    /// no route is answered with 404.
    pub fn route(&self, path: &str, play: impl Fn(&Asked) -> Play + Send + Sync + 'static) {
        lock(&self.script).parts.insert(path.to_owned(), Arc::new(play));
    }

    /// The same answer each time.
    pub fn always(&self, path: &str, play: Play) {
        self.route(path, move |_| play.clone());
    }

    /// Every request that was read whole, oldest first.
    pub fn asked(&self) -> Vec<Asked> {
        lock(&self.script).asked.clone()
    }

    /// The requests for one path, whatever their query, or for a path with its query.
    pub fn asked_for(&self, path: &str) -> Vec<Asked> {
        self.asked().into_iter().filter(|a| a.path == path || a.bare() == path).collect()
    }

    /// How many connections there have been.
    pub fn connections(&self) -> Connections {
        self.stage.connections()
    }
}

impl Drop for Sham {
    fn drop(&mut self) {
        self.stage.close();
    }
}

/// Answers one connection's requests, one after the other.
fn serve(stage: &Stage, stream: &TcpStream, number: usize, script: &Mutex<Script>) {
    // A socket that was closed already ends at the first read.
    let _ = stream.set_read_timeout(Some(PATIENCE)).and(stream.set_write_timeout(Some(PATIENCE)));
    let _ = stream.set_nodelay(true);
    let mut input = BufReader::new(stream);
    loop {
        let play = match Asked::read(&mut input, number) {
            Ok(Some(asked)) => next(script, asked),
            Ok(None) => break,
            // As web servers do with what is not HTTP, TLS above all.
            Err(_) => Play::NotHttp(b"HTTP/1.1 400 So\r\nContent-Length: 0\r\n\r\n".to_vec()),
        };
        if !matches!(stage.while_busy(|| act(&play, stream, stage)), Ok(After::Again)) {
            break;
        }
    }
}

/// Logs a request and looks up how it is answered.
fn next(script: &Mutex<Script>, mut asked: Asked) -> Play {
    let mut script = lock(script);
    let times = script.times.entry(asked.bare().to_owned()).or_default();
    *times += 1;
    asked.nth = *times;
    let part = script.parts.get(&asked.path).or_else(|| script.parts.get(asked.bare())).cloned();
    script.asked.push(asked.clone());
    drop(script);
    part.map_or(Play::status(404), |play| play(&asked))
}

fn lock(script: &Mutex<Script>) -> MutexGuard<'_, Script> {
    script.lock().unwrap_or_else(PoisonError::into_inner)
}
