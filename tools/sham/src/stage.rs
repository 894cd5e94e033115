//! The listening socket, its connections and their end: what server and trap share.

use std::io;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How many connections there have been.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Connections {
    /// Since the start.
    pub total: usize,
    /// Open now.
    pub open: usize,
    /// The most that were open at one time.
    pub most: usize,
    /// The most requests that were being answered at one time.
    pub busy: usize,
}

#[derive(Debug, Default)]
struct State {
    counts: Connections,
    answering: usize,
    closed: bool,
    sockets: Vec<(usize, TcpStream)>,
    threads: Vec<JoinHandle<()>>,
}

/// A listener with a thread for each connection.
#[derive(Debug)]
pub(crate) struct Stage {
    place: SocketAddr,
    state: Mutex<State>,
    end: Condvar,
}

impl Stage {
    /// Listens, and runs `serve` with each connection and its number in a thread of its own.
    pub(crate) fn open<F>(ip: Ipv4Addr, port: u16, serve: F) -> io::Result<Arc<Self>>
    where
        F: Fn(&Arc<Stage>, TcpStream, usize) + Send + Sync + 'static,
    {
        let listener = TcpListener::bind((ip, port))?;
        let place = listener.local_addr()?;
        let stage = Arc::new(Self { place, state: Mutex::default(), end: Condvar::new() });
        let (of_thread, serve) = (stage.clone(), Arc::new(serve));
        let accept = thread::spawn(move || {
            for stream in listener.incoming() {
                if of_thread.is_closed() {
                    break;
                }
                if let Ok(stream) = stream {
                    of_thread.admit(stream, &serve);
                }
            }
        });
        stage.lock().threads.push(accept);
        Ok(stage)
    }

    pub(crate) fn place(&self) -> SocketAddr {
        self.place
    }

    pub(crate) fn connections(&self) -> Connections {
        self.lock().counts
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.lock().closed
    }

    /// Sleeps; false where the stage was closed meanwhile.
    pub(crate) fn pause(&self, time: Duration) -> bool {
        let wait = self.end.wait_timeout_while(self.lock(), time, |state| !state.closed);
        !wait.unwrap_or_else(PoisonError::into_inner).0.closed
    }

    /// Runs `work` and counts it among what is being answered.
    pub(crate) fn while_busy<T>(&self, work: impl FnOnce() -> T) -> T {
        {
            let mut state = self.lock();
            state.answering += 1;
            state.counts.busy = state.counts.busy.max(state.answering);
        }
        let done = work();
        self.lock().answering -= 1;
        done
    }

    /// Ends every connection and every thread.
    pub(crate) fn close(&self) {
        let threads = {
            let mut state = self.lock();
            state.closed = true;
            for (_, socket) in &state.sockets {
                // It may be closed already.
                let _ = socket.shutdown(Shutdown::Both);
            }
            std::mem::take(&mut state.threads)
        };
        self.end.notify_all();
        // Wakes the thread that accepts.
        let _ = TcpStream::connect_timeout(&self.place, Duration::from_secs(1));
        for thread in threads {
            // A thread that panicked has told its own story.
            let _ = thread.join();
        }
    }

    fn admit<F>(self: &Arc<Self>, stream: TcpStream, serve: &Arc<F>)
    where
        F: Fn(&Arc<Stage>, TcpStream, usize) + Send + Sync + 'static,
    {
        let Ok(twin) = stream.try_clone() else { return };
        let mut state = self.lock();
        if state.closed {
            return;
        }
        state.counts.total += 1;
        state.counts.open += 1;
        state.counts.most = state.counts.most.max(state.counts.open);
        let number = state.counts.total;
        state.sockets.push((number, twin));
        let (this, serve) = (self.clone(), serve.clone());
        state.threads.push(thread::spawn(move || {
            serve(&this, stream, number);
            this.leave(number);
        }));
    }

    fn leave(&self, number: usize) {
        let mut state = self.lock();
        state.counts.open -= 1;
        state.sockets.retain(|(n, _)| *n != number);
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
