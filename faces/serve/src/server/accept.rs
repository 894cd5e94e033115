//! Connections: taken in, served, and ended.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{sleep, timeout};

use super::limits::Limits;
use super::patient::Patient;

/// How long to wait where the system gives no further connection: it has too many files open, say.
const PAUSE: Duration = Duration::from_millis(100);

/// Serves connections until it is told to stop; then what is in flight may end.
pub(super) async fn serve(
    listener: TcpListener,
    app: Router,
    limits: Limits,
    mut stop: watch::Receiver<bool>,
) {
    let door = Door {
        app,
        limits,
        places: Arc::new(Semaphore::new(limits.connections)),
        open: GracefulShutdown::new(),
    };
    tokio::select! {
        () = door.take(&listener) => {}
        _ = stop.wait_for(|stop| *stop) => {}
    }
    drop(listener);
    // What has not ended by then is cut off.
    let _ = timeout(limits.end, door.open.shutdown()).await;
}

struct Door {
    app: Router,
    limits: Limits,
    places: Arc<Semaphore>,
    open: GracefulShutdown,
}

impl Door {
    async fn take(&self, listener: &TcpListener) {
        while let Ok(place) = self.places.clone().acquire_owned().await {
            match listener.accept().await {
                Ok((stream, _)) => self.serve(stream, place),
                Err(_) => sleep(PAUSE).await,
            }
        }
    }

    fn serve(&self, stream: TcpStream, place: OwnedSemaphorePermit) {
        // Small answers go out at once.
        let _ = stream.set_nodelay(true);
        let stream = TokioIo::new(Patient::new(stream, &self.limits));
        let service = TowerToHyperService::new(self.app.clone());
        let connection = self.http().serve_connection(stream, service);
        let served = self.open.watch(connection);
        tokio::spawn(async move {
            // A connection that breaks is the other side's business.
            let _ = served.await;
            drop(place);
        });
    }

    fn http(&self) -> http1::Builder {
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new())
            // Who has said all and still listens gets an answer.
            .half_close(true)
            .header_read_timeout(self.limits.head)
            .max_headers(self.limits.headers)
            .max_header_size(self.limits.head_bytes)
            .max_buf_size(2 * self.limits.head_bytes);
        http
    }
}
