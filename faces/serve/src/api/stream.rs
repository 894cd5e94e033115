//! Answers that are sent while they are made, so that they take no memory however long they are.

use std::io::{self, BufWriter, Write};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::Frame;
use tokio::runtime::Handle;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::guard::Problem;
use crate::room::{Desk, Generation, Room};

/// So many bytes are sent at once, and so many such pieces wait for the reader.
const PIECE: usize = 64 << 10;
const WAITING: usize = 4;

/// A reader who takes nothing for so long has gone.
const PATIENCE: Duration = Duration::from_secs(60);

/// A body whose pieces come from another thread.
struct Pieces {
    coming: Receiver<io::Result<Bytes>>,
}

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        self.coming.poll_recv(context).map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

/// Hands what is written to the one who reads the body.
struct Outlet {
    to: Sender<io::Result<Bytes>>,
    runtime: Handle,
}

impl Outlet {
    fn send(&self, piece: io::Result<Bytes>) -> io::Result<()> {
        let sent = self.runtime.block_on(timeout(PATIENCE, self.to.send(piece)));
        sent.ok().and_then(Result::ok).ok_or_else(|| io::Error::from(io::ErrorKind::BrokenPipe))
    }
}

impl Write for Outlet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.send(Ok(Bytes::copy_from_slice(bytes)))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The body that `make` writes, on a thread that may wait. Where it fails, the body breaks off, so that nobody takes a part
/// for the whole.
pub(crate) async fn body(
    room: &Arc<Room>,
    generation: Arc<Generation>,
    make: impl FnOnce(&Desk<'_>, &mut (dyn Write + Send)) -> Result<(), Problem> + Send + 'static,
) -> Result<Body, Problem> {
    let turn = room.download().await?;
    let (to, coming) = channel(WAITING);
    let room = Arc::clone(room);
    let runtime = Handle::current();
    spawn_blocking(move || {
        let _turn = turn;
        let outlet = Outlet { to: to.clone(), runtime: runtime.clone() };
        let mut out = BufWriter::with_capacity(PIECE, outlet);
        let written = make(&Desk::of(&room, generation), &mut out);
        let ended = written.is_ok() && out.flush().is_ok();
        if !ended {
            let (outlet, _) = out.into_parts();
            let _ = outlet.send(Err(io::Error::other("the answer broke off")));
        }
    });
    Ok(Body::new(Pieces { coming }))
}
