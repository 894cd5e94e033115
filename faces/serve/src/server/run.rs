//! A server's life: started, waited for, stopped.

use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::thread::{self, JoinHandle};

use axum::Router;
use tokio::runtime::{self, Runtime};
use tokio::sync::watch;

use super::limits::Limits;
use super::{Setup, accept, app};
use crate::error::Error;
use crate::guard::Guard;
use crate::room::Room;

/// Threads that may wait for the ledger or for slow readers of large answers.
const BLOCKING: usize = 256;

/// A server that runs until it is stopped or dropped.
#[derive(Debug)]
pub struct Running {
    /// Where it listens, with the port that it got.
    pub address: SocketAddr,
    stop: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Waits until the server has ended.
    pub fn wait(mut self) {
        self.join();
    }

    /// Takes no further connections, lets requests in flight end for at most five seconds, and waits for that.
    pub fn stop(mut self) {
        let _ = self.stop.send(true);
        self.join();
    }

    fn join(&mut self) {
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has ended too.
            let _ = thread.join();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.stop.send(true);
    }
}

/// Starts a server: it listens and answers when this returns.
///
/// # Errors
///
/// Where the ledger cannot be opened, the address cannot be listened on, or others could reach it and there is no token.
pub fn start(setup: Setup) -> Result<Running, Error> {
    let (listener, address) = listen(setup.address)?;
    let guard = Guard::new(address, &setup.hosts, setup.token.as_deref(), setup.write)?;
    let room = Room::open(setup)?;
    run(listener, guard.before(app::app(room)), Limits::default())
}

/// Serves `app` on a thread of its own.
pub(super) fn run(listener: TcpListener, app: Router, limits: Limits) -> Result<Running, Error> {
    let address = listener.local_addr()?;
    listener.set_nonblocking(true)?;
    let runtime = threads()?;
    let listener = {
        let _within = runtime.enter();
        tokio::net::TcpListener::from_std(listener)?
    };
    let (stop, stopped) = watch::channel(false);
    let serve = move || {
        runtime.block_on(accept::serve(listener, app, limits, stopped));
        // What still waits for the ledger answers nobody any more.
        runtime.shutdown_background();
    };
    let thread = thread::Builder::new().name("serve".to_owned()).spawn(serve)?;
    Ok(Running { address, stop, thread: Some(thread) })
}

fn threads() -> Result<Runtime, Error> {
    Ok(runtime::Builder::new_multi_thread()
        .max_blocking_threads(BLOCKING)
        .thread_name("answer")
        .enable_all()
        .build()?)
}

fn listen(address: SocketAddr) -> Result<(TcpListener, SocketAddr), Error> {
    let listener = TcpListener::bind(address).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => Error::InUse(address),
        _ => Error::Listen { address, error },
    })?;
    let own = listener.local_addr()?;
    Ok((listener, own))
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::time::{Duration, Instant};

    use axum::body::{Body, Bytes};
    use axum::routing::get;

    use super::*;

    /// More than the system keeps for one who does not read.
    const LARGE: usize = 64 << 20;

    fn served(limits: Limits) -> Running {
        let large = get(async || Body::from(Bytes::from(vec![b'x'; LARGE])));
        let slow = get(async || {
            tokio::time::sleep(Duration::from_millis(500)).await;
            "done"
        });
        let app = Router::new().route("/", get(async || "here")).route("/large", large).route("/slow", slow);
        let (listener, _) = listen(SocketAddr::from(([127, 0, 0, 1], 0))).expect("a free port");
        run(listener, app, limits).expect("it starts")
    }

    fn ask(running: &Running, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(running.address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a timeout");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            .expect("it listens");
        stream
    }

    fn read(mut stream: TcpStream) -> String {
        let mut bytes = Vec::new();
        // The connection may be cut off.
        let _ = stream.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    }

    #[test]
    fn one_who_does_not_read_is_given_up() {
        let stall = Duration::from_millis(300);
        let running = served(Limits { stall, ..Limits::default() });
        let idle = ask(&running, "/large");
        std::thread::sleep(Duration::from_secs(3));
        assert!(read(idle).len() < LARGE, "what was not written by then is not sent");
        assert!(read(ask(&running, "/large")).len() > LARGE, "one who reads gets all");
    }

    #[test]
    fn one_who_reads_a_little_now_and_then_is_given_up_too() {
        let limits = Limits { stall: Duration::from_millis(300), rate: 1 << 30, ..Limits::default() };
        let running = served(limits);
        let mut drip = ask(&running, "/large");
        let (begun, mut seen, mut piece) = (Instant::now(), 0, vec![0; 64 << 10]);
        while begun.elapsed() < Duration::from_secs(30) {
            match drip.read(&mut piece) {
                Ok(count @ 1..) => seen += count,
                _ => break,
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        assert!(seen < LARGE && begun.elapsed() < Duration::from_secs(25), "{seen}");
    }

    #[test]
    fn further_connections_wait_for_a_place() {
        let limits = Limits { connections: 2, head: Duration::from_secs(1), ..Limits::default() };
        let running = served(limits);
        let idle = [0, 1].map(|_| TcpStream::connect(running.address).expect("it listens"));
        assert!(read(ask(&running, "/")).ends_with("here"), "idle ones make room in the end");
        drop(idle);
    }

    #[test]
    fn requests_in_flight_are_answered_when_it_stops() {
        let running = served(Limits::default());
        let waiting = ask(&running, "/slow");
        std::thread::sleep(Duration::from_millis(200));
        running.stop();
        assert!(read(waiting).ends_with("done"));
    }
}
