//! Names the versions of program, weights and tables by what they hold, so that a ledger knows which reports to read again.

use std::fs;
use std::path::{Path, PathBuf};

/// What is hashed under which name; paths from this crate's folder.
const PARTS: [(&str, &[&str]); 4] = [
    ("SAYDO_CODE", &[CRATES]),
    ("SAYDO_EXTRACT", &["../page", "../feed", "../read"]),
    ("SAYDO_WEIGHTS", &["../models/weights"]),
    ("SAYDO_TABLES", &["../../data"]),
];

/// Where the crates lie.
const CRATES: &str = "../../crates";

/// Crates whose content changes no reading.
const ASIDE: [&str; 22] = [
    "ledger", "facts", "copies", "watch", "picture", "brief", "bureau", "unfold", "feed", "page", "warc",
    "files", "fetch", "rounds", "vault", "alerts", "patrol", "tally", "export", "coded", "beside", "arrow",
];

/// Folders that no part counts, wherever they lie below it.
const NEVER: [&str; 3] = ["weights", "target", "tests"];

fn main() {
    for (name, folders) in PARTS {
        let mut files = Vec::new();
        for folder in folders {
            println!("cargo:rerun-if-changed={folder}");
            list(Path::new(folder), &mut files);
        }
        files.sort();
        println!("cargo:rustc-env={name}={:08x}", hash(&files) >> 32);
    }
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        let among = |names: &[&str]| name.to_str().is_some_and(|name| names.contains(&name));
        let aside = among(&NEVER) || folder == Path::new(CRATES) && among(&ASIDE);
        if path.is_dir() && !aside {
            list(&path, files);
        } else if path.is_file() {
            files.push(path);
        }
    }
}

/// FNV-1a over names and bytes, 64 bits.
fn hash(files: &[PathBuf]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut eat = |bytes: &[u8]| {
        for &byte in bytes {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    };
    for file in files {
        eat(file.file_name().unwrap_or_default().as_encoded_bytes());
        eat(&fs::read(file).unwrap_or_default());
    }
    hash
}
