//! Which files are read.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::common::Failure;

/// The files to read, by name, and the folders that could not be searched.
pub(crate) struct Found {
    pub(crate) files: Vec<PathBuf>,
    pub(crate) failures: Vec<Failure>,
}

pub(crate) fn find(roots: &[OsString], endings: &[OsString]) -> Found {
    let mut found = Found { files: Vec::new(), failures: Vec::new() };
    let mut folders = Vec::new();
    for root in roots.iter().map(PathBuf::from) {
        if root.is_dir() { folders.push(root) } else { found.files.push(root) }
    }
    while let Some(folder) = folders.pop() {
        if let Err(error) = search(&folder, endings, &mut folders, &mut found.files) {
            let file = folder.to_string_lossy().into_owned();
            found.failures.push(Failure { file, error: "io", message: error.to_string() });
        }
    }
    found.files.sort();
    found
}

/// Adds a folder's files and sub-folders. Links to folders are not followed: they may lead in a circle.
fn search(
    folder: &Path,
    endings: &[OsString],
    folders: &mut Vec<PathBuf>,
    files: &mut Vec<PathBuf>,
) -> io::Result<()> {
    let wanted = |path: &Path| {
        let is = |ending: &OsStr| endings.iter().any(|wanted| ending.eq_ignore_ascii_case(wanted));
        path.extension().is_some_and(is)
    };
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            folders.push(path);
        } else if wanted(&path) && !path.is_dir() {
            files.push(path);
        }
    }
    Ok(())
}
