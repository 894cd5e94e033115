//! `POST /reports` and `POST /corrections`: what comes in, where the server was started to take it.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use saydo_bureau::Intake;
use saydo_ledger::Ledger;
use serde::{Deserialize, Serialize};
use tokio::task::spawn_blocking;

use super::shape::{Problematic, Took};
use crate::guard::Problem;
use crate::room::{Room, failed};

/// So many lines that hold no report are told one by one.
const TOLD: usize = 100;

/// A correction: what somebody who read the report says is wrong with a reading.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Correction {
    /// The id of the event, statement or finding.
    id: String,
    /// What is wrong.
    what: String,
    /// Anything else there is to say.
    #[serde(default)]
    note: String,
}

/// A correction as it is kept.
#[derive(Serialize)]
struct Line<'c> {
    #[serde(flatten)]
    correction: &'c Correction,
    added: String,
    generation: &'c str,
}

pub(crate) async fn reports(State(room): State<Arc<Room>>, body: Bytes) -> Result<Response, Problem> {
    let turn = room.writer().await?;
    let worked = spawn_blocking(move || {
        let _turn = turn;
        take(&room, &body)
    });
    let took = worked.await.map_err(|_| Problem::internal("the reports could not be read"))??;
    Ok(axum::Json(took).into_response())
}

/// Takes in the reports of a body, one in each line.
fn take(room: &Room, body: &[u8]) -> Result<Took, Problem> {
    let mut ledger = Ledger::open(&room.path).map_err(failed)?;
    let mut sink = |_: &saydo_text::Report, _| {};
    let mut intake = Intake::new(&mut ledger, (room.today)(), &mut sink);
    let mut problems = Vec::new();
    for report in saydo_read::jsonl(body) {
        match report {
            Ok(report) => intake.take(report).map_err(failed)?,
            Err(error) if problems.len() < TOLD => {
                problems.push(Problematic { line: error.line(), detail: error.to_string() });
            }
            Err(_) => {}
        }
    }
    let taken = intake.finish().map_err(failed)?;
    Ok(Took { new: taken.new, known: taken.known, revised: taken.revisions, problems })
}

pub(crate) async fn corrections(State(room): State<Arc<Room>>, body: Bytes) -> Result<Response, Problem> {
    let correction: Correction = serde_json::from_slice(&body).map_err(|error| {
        Problem::bad_request(format!(
            "the body is no correction ({error}); send {{\"id\":\"r12.v3\",\"what\":\"…\",\"note\":\"…\"}}"
        ))
    })?;
    if correction.id.trim().is_empty() || correction.what.trim().is_empty() {
        return Err(Problem::bad_request("a correction needs an id and says what is wrong"));
    }
    let turn = room.writer().await?;
    let kept = spawn_blocking(move || {
        let _turn = turn;
        let (added, generation) = ((room.today)().to_string(), &room.generation().name);
        let mut line = serde_json::to_vec(&Line { correction: &correction, added, generation })?;
        append(&room.path.with_file_name("corrections.jsonl"), &line)?;
        line.push(b'\n');
        Ok::<_, io::Error>(line)
    });
    let kept = kept.await.map_err(|_| Problem::internal("the correction could not be kept"))?;
    let line =
        kept.map_err(|error| Problem::internal(format!("the correction could not be kept: {error}")))?;
    Ok((StatusCode::CREATED, [("content-type", "application/json; charset=utf-8")], line).into_response())
}

/// Appends a line to a file; when this returns, it is on the disk. A line that a power cut left without its end does not
/// take the next one with it.
fn append(path: &Path, line: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().create(true).append(true).read(true).open(path)?;
    let mut bytes = Vec::with_capacity(line.len() + 2);
    if !ends_a_line(&mut file)? {
        bytes.push(b'\n');
    }
    bytes.extend_from_slice(line);
    bytes.push(b'\n');
    file.write_all(&bytes)?;
    file.sync_all()
}

fn ends_a_line(file: &mut std::fs::File) -> io::Result<bool> {
    use std::io::{Read, Seek, SeekFrom};
    if file.metadata()?.len() == 0 {
        return Ok(true);
    }
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last == [b'\n'])
}
