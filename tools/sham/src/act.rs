//! The answers, as they go over the wire.

use std::fmt::Write as _;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use flate2::Compression;
use flate2::read::GzEncoder;

use crate::stage::Stage;
use crate::{Coding, Play};

/// Long enough for bytes on the loopback to arrive before the reset that throws away what is still on its way.
const ARRIVAL: Duration = Duration::from_millis(40);

/// Whether the connection takes another request.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum After {
    Again,
    Close,
}

/// Answers one request.
pub(crate) fn act(play: &Play, mut out: &TcpStream, stage: &Stage) -> io::Result<After> {
    match play {
        Play::Page { status, headers, body } => {
            out.write_all(head(*status, headers, Some(body.len())).as_bytes())?;
            out.write_all(body)?;
            return Ok(After::Again);
        }
        Play::Redirect { to, status } => {
            let headers = [("Location".to_owned(), to.clone())];
            out.write_all(head(*status, &headers, Some(0)).as_bytes())?;
            return Ok(After::Again);
        }
        Play::Drip { bytes, every } => {
            out.write_all(head(200, &[], Some(bytes.len())).as_bytes())?;
            drip(bytes, *every, out, stage)?;
        }
        Play::RawDrip { bytes, every } => drip(bytes, *every, out, stage)?,
        Play::Reset { after } => {
            out.write_all(head(200, &[], None).as_bytes())?;
            out.write_all(&vec![b'a'; *after])?;
            stage.pause(ARRIVAL);
            socket2::SockRef::from(out).set_linger(Some(Duration::ZERO))?;
        }
        Play::Hang => while stage.pause(Duration::from_secs(1)) && is_there(out) {},
        Play::WrongLength { promised, body } => {
            out.write_all(head(200, &[], Some(*promised)).as_bytes())?;
            out.write_all(body)?;
        }
        Play::Bomb { unfolded, coding } => bomb(*unfolded, *coding, out)?,
        Play::Huge { bytes } => {
            out.write_all(head(200, &[], Some(*bytes)).as_bytes())?;
            io::copy(&mut io::repeat(b'a').take(*bytes as u64), &mut out)?;
        }
        Play::Endless => endless(out, stage)?,
        Play::NotHttp(bytes) => out.write_all(bytes)?,
        Play::Close => {}
    }
    Ok(After::Close)
}

fn head(status: u16, headers: &[(String, String)], length: Option<usize>) -> String {
    let mut head = format!("HTTP/1.1 {status} So\r\n");
    let given = |name: &str| headers.iter().any(|(n, _)| n.eq_ignore_ascii_case(name));
    for (name, value) in headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    let has_body = status >= 200 && status != 204 && status != 304;
    if let Some(length) = length.filter(|_| has_body && !given("Content-Length")) {
        let _ = write!(head, "Content-Length: {length}\r\n");
    }
    head + "\r\n"
}

fn drip(bytes: &[u8], every: Duration, mut out: &TcpStream, stage: &Stage) -> io::Result<()> {
    for byte in bytes {
        if !stage.pause(every) {
            break;
        }
        out.write_all(&[*byte])?;
    }
    Ok(())
}

fn endless(mut out: &TcpStream, stage: &Stage) -> io::Result<()> {
    out.write_all(head(200, &[("Transfer-Encoding".to_owned(), "chunked".to_owned())], None).as_bytes())?;
    let chunk = [b"4000\r\n".as_slice(), &[b'a'; 0x4000], b"\r\n"].concat();
    while !stage.is_closed() {
        out.write_all(&chunk)?;
    }
    Ok(())
}

fn bomb(unfolded: usize, coding: Coding, mut out: &TcpStream) -> io::Result<()> {
    let mut zeros = io::repeat(0).take(unfolded as u64);
    let mut folded = Vec::new();
    let name = match coding {
        Coding::Gzip => {
            GzEncoder::new(zeros, Compression::fast()).read_to_end(&mut folded)?;
            "gzip"
        }
        Coding::Brotli => {
            let params = brotli::enc::BrotliEncoderParams { quality: 1, ..Default::default() };
            brotli::BrotliCompress(&mut zeros, &mut folded, &params)?;
            "br"
        }
    };
    let headers = [("Content-Encoding".to_owned(), name.to_owned())];
    out.write_all(head(200, &headers, Some(folded.len())).as_bytes())?;
    out.write_all(&folded)
}

/// Whether the other side still holds the connection: a closed one reads as its end.
fn is_there(out: &TcpStream) -> bool {
    let _ = out.set_read_timeout(Some(Duration::from_millis(1)));
    !matches!(out.peek(&mut [0]), Ok(0))
}
