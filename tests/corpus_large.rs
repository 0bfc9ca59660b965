//! `cargo run --example corpus` over a large folder with broken files in it: complete, said in the exit code, in flat memory.
//!
//! `GONGKAI_FILES=20000` for the size that the project promises; a smaller number by default.
#![cfg(all(feature = "std", feature = "serde", target_os = "linux"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

mod cli;

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use cli::SAMPLE;

/// Broken things in the large folder: files, and one folder.
const BROKEN: usize = 50;

/// Contents that are no report, each with what is said of it.
fn broken(n: usize) -> (&'static str, Vec<u8>) {
    let gbk = || encoding_rs::GBK.encode(SAMPLE).0.into_owned();
    match n % 7 {
        0 => ("empty", vec![]),
        1 => ("empty", b"\n \t\r\n".to_vec()),
        2 => ("encoding", (0..=255).cycle().take(5000).collect()),
        3 => ("encoding", b"%PDF-1.7\n".to_vec()),
        4 => ("encoding", [gbk(), vec![0xFF, 0xFF]].concat()),
        // GBK that a program took for Latin-1.
        5 => ("not_a_report", gbk().into_iter().map(char::from).collect::<String>().into_bytes()),
        _ => ("not_a_report", "今日本市有雨。\n".into()),
    }
}

/// A folder of `number` things, `bad` of them broken; what is to be said of each broken one.
fn generate(folder: &Path, number: usize, bad: usize) -> BTreeMap<String, &'static str> {
    let mut said = BTreeMap::new();
    let every = number / bad;
    for n in 0..number {
        let below = folder.join(format!("{:03}", n / 500));
        if n % 500 == 0 {
            fs::create_dir(&below).unwrap();
        }
        let path = below.join(format!("{n:05}.txt"));
        let name = path.to_str().unwrap().to_owned();
        if n % every != 0 || n / every >= bad {
            let repeated = "2.重复申请\t1\t0\t0\t0\t0\t0\t1";
            let text = SAMPLE.replace(repeated, &format!("2.重复申请\t{n}\t0\t0\t0\t0\t0\t{n}"));
            fs::write(&path, text).unwrap();
        } else if n == 0 {
            fs::create_dir(&path).unwrap();
            fs::write(path.join("unseen.txt"), SAMPLE).unwrap();
            fs::set_permissions(&path, Permissions::from_mode(0o000)).unwrap();
            said.insert(name, "io");
        } else {
            let (kind, bytes) = broken(n / every);
            fs::write(&path, bytes).unwrap();
            said.insert(name, kind);
        }
    }
    said
}

/// A place that every user can reach, as permissions mean nothing to root and another must run the program.
fn place(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("gongkai-{}-{name}", std::process::id()));
    fs::create_dir(&path).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o777)).unwrap();
    path
}

/// Runs the program, as nobody if it would be root; its exit code and the most memory it had, in KiB.
fn run(folder: &Path, out: &Path) -> (Option<i32>, u64) {
    let program = out.join("program");
    fs::copy(cli::example("corpus").get_program(), &program).unwrap();
    let mut command = Command::new(&program);
    command.current_dir(out).args(["--threads", "2", "--out"]).arg(out).arg(folder);
    if fs::metadata("/proc/self").unwrap().uid() == 0 {
        command.uid(65534).gid(65534);
    }
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    loop {
        // The high-water mark only grows: the last one seen is the one that counts.
        let now = fs::read_to_string(&status).unwrap_or_default();
        let mark = now.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        most = mark.and_then(|mark| mark.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(most);
        if let Some(end) = child.try_wait().unwrap() {
            return (end.code(), most);
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

#[test]
fn complete_and_in_flat_memory() {
    let number = std::env::var("GONGKAI_FILES").map_or(1000, |number| number.parse().unwrap());
    let (small, large) = (place("small"), place("large"));
    let outs = [place("small-out"), place("large-out")];
    generate(&small, number / 10, 2);
    let said = generate(&large, number, BROKEN);
    let (_, before) = run(&small, &outs[0]);
    let (code, most) = run(&large, &outs[1]);
    println!("{number} files: {most} KiB at most, {before} KiB over a tenth of them");

    assert_eq!(code, Some(2));
    let rows =
        |name: &str| csv::Reader::from_path(outs[1].join(name)).unwrap().into_records().map(Result::unwrap);
    let unreadable: BTreeMap<String, String> =
        rows("unreadable.csv").map(|row| (row[0].to_owned(), row[1].to_owned())).collect();
    let expected: BTreeMap<String, String> =
        said.iter().map(|(name, kind)| (name.clone(), (*kind).to_owned())).collect();
    assert_eq!((unreadable.len(), &unreadable), (BROKEN, &expected));

    // All figures of all the others, in the order of their names; one of them is the file's number.
    let mut facts = rows("facts.csv");
    let good = (0..number).map(|n| large.join(format!("{:03}/{n:05}.txt", n / 500)));
    for (n, path) in good.enumerate() {
        let path = path.to_str().unwrap();
        if said.contains_key(path) {
            continue;
        }
        for _ in 0..200 {
            let row = facts.next().unwrap();
            assert_eq!(&row[0], path);
            if &row[1] == "requests.not_processed.repeated.total" {
                assert_eq!(row[3], n.to_string());
            }
        }
    }
    assert!(facts.next().is_none());

    // The names alone may grow; a run that kept what it read would grow by 20 KiB a file.
    let more = most.saturating_sub(before);
    assert!(more < 4096 + number as u64, "{most} KiB, {before} KiB over a tenth of the files");

    for folder in [&small, &large] {
        fs::set_permissions(folder.join("000/00000.txt"), Permissions::from_mode(0o700)).unwrap();
    }
    for folder in [small, large].iter().chain(&outs) {
        fs::remove_dir_all(folder).unwrap();
    }
}
