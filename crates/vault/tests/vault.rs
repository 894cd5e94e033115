//! What is kept is there whole, once, under its hash, whoever else keeps, kills or damages meanwhile.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use saydo_vault::{Error, Key, Vault};
use tempfile::TempDir;

fn vault() -> (TempDir, Vault) {
    let folder = tempfile::tempdir().unwrap();
    let vault = Vault::open(folder.path().join("raw"));
    (folder, vault)
}

fn page(n: usize) -> Vec<u8> {
    format!("<p>Page {n}</p>").repeat(n % 50 + 1).into_bytes()
}

/// All files of a vault.
fn files(vault: &Vault) -> Vec<PathBuf> {
    let list = |folder: &Path| -> Vec<PathBuf> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
    };
    let inner = |path: PathBuf| if path.is_dir() { list(&path) } else { vec![path] };
    list(vault.folder()).into_iter().flat_map(inner).collect()
}

fn file_of(vault: &Vault, key: &Key) -> PathBuf {
    let digits = key.to_string();
    vault.folder().join(&digits[..2]).join(format!("{}.gz", &digits[2..]))
}

#[test]
fn a_thousand_pages_come_back_and_each_is_there_once() {
    let (_folder, vault) = vault();
    let keys: Vec<Key> = (0..1_000).map(|n| vault.keep(&page(n)).unwrap()).collect();
    let again: Vec<Key> = (0..1_000).map(|n| vault.keep(&page(n)).unwrap()).collect();
    assert_eq!(keys, again);
    assert_eq!(files(&vault).len(), 1_000);
    let other = Vault::open(vault.folder());
    assert!(keys.iter().enumerate().all(|(n, key)| other.fetch(key).unwrap() == Some(page(n))));
}

#[test]
fn nothing_at_all_is_kept_too() {
    let (_folder, vault) = vault();
    let key = vault.keep(b"").unwrap();
    assert_eq!(vault.fetch(&key).unwrap(), Some(Vec::new()));
}

#[test]
fn what_was_never_kept_is_not_there_and_asking_makes_no_folder() {
    let (_folder, vault) = vault();
    assert_eq!(vault.fetch(&Key::of(b"x")).unwrap(), None);
    assert!(!vault.folder().exists());
}

#[test]
fn fifty_megabytes_come_back_and_lie_packed() {
    let (_folder, vault) = vault();
    let bytes: Vec<u8> = (0..50_000_000_u32).map(|n| (n.wrapping_mul(n) >> 20) as u8).collect();
    let key = vault.keep(&bytes).unwrap();
    assert!(vault.fetch(&key).unwrap() == Some(bytes));
    assert!(fs::metadata(file_of(&vault, &key)).unwrap().len() < 50_000_000);
}

#[test]
fn many_keepers_of_the_same_pages_leave_each_once_and_whole() {
    let (_folder, vault) = vault();
    thread::scope(|scope| {
        for shift in 0..8 {
            let vault =
                if shift % 2 == 0 { &vault } else { &*Box::leak(Box::new(Vault::open(vault.folder()))) };
            scope.spawn(move || {
                for n in 0..100 {
                    let bytes = page((n + shift * 10) % 100);
                    let key = vault.keep(&bytes).unwrap();
                    assert_eq!(vault.fetch(&key).unwrap(), Some(bytes));
                }
            });
        }
    });
    assert_eq!(files(&vault).len(), 100);
}

#[test]
fn damage_is_named_and_keeping_the_bytes_again_mends_it() {
    let (_folder, vault) = vault();
    let key = vault.keep(&page(1)).unwrap();
    let path = file_of(&vault, &key);
    let whole = fs::read(&path).unwrap();
    let other = fs::read(file_of(&vault, &vault.keep(&page(2)).unwrap())).unwrap();
    let mut turned = whole.clone();
    turned[14] ^= 0x10;
    for damaged in [&whole[..0], &whole[..9], &whole[..whole.len() - 3], &turned, &other, b"no gzip at all"] {
        fs::write(&path, damaged).unwrap();
        let said = vault.fetch(&key).expect_err("it is damaged").to_string();
        assert!(said.starts_with("damaged-blob: ") && said.contains(path.to_str().unwrap()), "{said}");
        assert_eq!(vault.keep(&page(1)).unwrap(), key);
        assert_eq!(vault.fetch(&key).unwrap(), Some(page(1)));
    }
}

#[test]
fn what_a_killed_run_left_goes_after_a_day() {
    let (_folder, vault) = vault();
    vault.keep(&page(1)).unwrap();
    let make = |name: &str, hours: u64| {
        let path = vault.folder().join(name);
        let file = File::create(&path).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(hours * 3_600)).unwrap();
        path
    };
    let (old, young, foreign) = (make("a.1-1.part", 25), make("a.2-1.part", 1), make("notes.txt", 1_000));
    Vault::open(vault.folder()).keep(&page(2)).unwrap();
    assert_eq!((old.exists(), young.exists(), foreign.exists()), (false, true, true));
}

#[test]
fn a_folder_that_may_not_be_written_to_is_named_and_can_still_be_read() {
    let (_folder, vault) = vault();
    let key = vault.keep(&page(1)).unwrap();
    let protect = |readonly| {
        let mut permissions = fs::metadata(vault.folder()).unwrap().permissions();
        permissions.set_readonly(readonly);
        fs::set_permissions(vault.folder(), permissions).unwrap();
    };
    protect(true);
    let error = vault.keep(&page(2)).expect_err("it must not be written");
    let read = vault.fetch(&key);
    protect(false);
    assert!(matches!(error, Error::Denied { .. }), "{error}");
    assert!(error.to_string().starts_with("no-permission: "), "{error}");
    assert_eq!(read.unwrap(), Some(page(1)));
}

#[test]
fn a_file_in_the_place_of_the_folder_is_an_error_and_stays() {
    let (folder, vault) = vault();
    fs::write(vault.folder(), "mine").unwrap();
    let said = vault.keep(&page(1)).expect_err("it is a file").to_string();
    assert!(said.contains(folder.path().to_str().unwrap()), "{said}");
    assert_eq!(fs::read_to_string(vault.folder()).unwrap(), "mine");
}
