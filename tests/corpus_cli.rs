//! `cargo run --example corpus` over a folder with good and bad files.
#![cfg(all(feature = "std", feature = "serde"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

mod cli;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cli::SAMPLE;

/// Reports in a folder and a folder below it: file `n` says that `n` requests were repeated.
fn reports(folder: &Path, number: usize) -> BTreeSet<String> {
    let below = folder.join("below/deeper");
    fs::create_dir_all(&below).unwrap();
    (0..number)
        .map(|n| {
            let repeated = "2.重复申请\t1\t0\t0\t0\t0\t0\t1";
            let text = SAMPLE.replace(repeated, &format!("2.重复申请\t{n}\t0\t0\t0\t0\t0\t{n}"));
            let path = if n % 3 == 0 { &below } else { folder }.join(format!("report-{n:04}.txt"));
            let bytes =
                if n % 5 == 0 { encoding_rs::GBK.encode(&text).0.into_owned() } else { text.into_bytes() };
            fs::write(&path, bytes).unwrap();
            path.to_str().unwrap().to_owned()
        })
        .collect()
}

fn rows(path: &Path) -> Vec<csv::StringRecord> {
    let rows = csv::Reader::from_path(path).unwrap().records().collect::<Result<Vec<_>, _>>();
    rows.unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn one_bad_file_never_stops_the_run() {
    let (folder, out) = (cli::folder("corpus-bad"), cli::folder("corpus-bad-out"));
    let good = reports(&folder, 40);
    fs::write(folder.join("empty.txt"), "").unwrap();
    fs::write(folder.join("binary.txt"), b"\xff\xfe\x00\xd8\x00").unwrap();
    fs::write(folder.join("news.txt"), "今日本市有雨。\n").unwrap();
    fs::write(folder.join("below/report.pdf.txt"), "%PDF-1.4\n").unwrap();
    fs::write(folder.join("notes.md"), "not looked at").unwrap();
    let (folder, out_argument) = (folder.to_str().unwrap(), out.to_str().unwrap());
    let output = cli::run("corpus", &["--out", out_argument, folder, "no/such/file.txt"]);
    assert_eq!(output.status.code(), Some(2));

    let facts = rows(&out.join("facts.csv"));
    assert_eq!(facts.len(), good.len() * 200);
    let files: Vec<&str> = facts.iter().step_by(200).map(|row| &row[0]).collect();
    let expected: Vec<&str> = good.iter().map(String::as_str).collect();
    assert_eq!(files, expected, "every report, in the order of the names");
    for row in facts.iter().filter(|row| &row[1] == "requests.not_processed.repeated.total") {
        let name = Path::new(&row[0]).file_stem().unwrap().to_str().unwrap();
        let number: usize = name.strip_prefix("report-").unwrap().parse().unwrap();
        assert_eq!(row[3], number.to_string());
        assert_eq!(&row[9], if number % 5 == 0 { "GBK" } else { "" });
    }

    let unreadable = rows(&out.join("unreadable.csv"));
    let mut unreadable: Vec<(&str, &str)> = unreadable
        .iter()
        .map(|row| (row[0].strip_prefix(folder).unwrap_or(&row[0]).trim_start_matches('/'), &row[1]))
        .collect();
    unreadable.sort_unstable();
    assert_eq!(
        unreadable,
        [
            ("below/report.pdf.txt", "encoding"),
            ("binary.txt", "encoding"),
            ("empty.txt", "empty"),
            ("news.txt", "not_a_report"),
            ("no/such/file.txt", "io"),
        ]
    );

    let summary = cli::text(&output);
    assert!(summary.starts_with("45 files, 5 unreadable\n"), "{summary}");
    // Of the 200 figures of each report three are `/`, the rest are exact.
    let cells = |table| summary.lines().find(|line| line.starts_with(table)).unwrap().split_whitespace();
    assert!(cells("proactive").eq(["proactive", "280", "0", "0", "0", "0", "120", "0", "0"]), "{summary}");
    assert!(cells("requests").eq(["requests", "7000", "0", "0", "0", "0", "0", "0", "0"]), "{summary}");
    assert!(cells("disputes").eq(["disputes", "600", "0", "0", "0", "0", "0", "0", "0"]), "{summary}");
    assert!(output.stderr.is_empty(), "no progress bar where there is no terminal");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = cli::folder("corpus-threads");
    reports(&folder, 30);
    let tables = |threads: &str| {
        let out = cli::folder(&format!("corpus-threads-{threads}"));
        let arguments = ["--threads", threads, "--out", out.to_str().unwrap(), folder.to_str().unwrap()];
        let output = cli::run("corpus", &arguments);
        assert!(output.status.success());
        let table = |name: &str| fs::read_to_string(out.join(name)).unwrap();
        (table("facts.csv"), table("findings.csv"), cli::text(&output).to_owned())
    };
    assert_eq!(tables("1"), tables("3"));
}

/// The sample has one misprint: a row and a column that do not add up.
#[test]
fn findings_with_their_lines() {
    let out = cli::folder("corpus-findings");
    let output = cli::run("corpus", &["--out", out.to_str().unwrap(), "examples/sample-report.txt"]);
    let findings = fs::read_to_string(out.join("findings.csv")).unwrap();
    let lines: Vec<&str> = findings.lines().collect();
    assert_eq!(lines[0], "file,finding,severity,at,expected,actual,message,line");
    // 7 + 2 + 1 ≠ 9 in the row; the column's results are 2 + 1 + 1 + 2, its total and its intake 5.
    let row = rows(&out.join("findings.csv"));
    let found: Vec<[&str; 6]> = row.iter().map(|r| [&r[0], &r[1], &r[2], &r[3], &r[4], &r[5]]).collect();
    let sample = "examples/sample-report.txt";
    assert_eq!(
        found,
        [
            [sample, "requests.results_total", "error", "requests.*.business", "6", "5"],
            [sample, "requests.row_total", "error", "requests.unavailable.not_held.*", "10", "9"],
            [sample, "requests.exceeds_intake", "error", "requests.*.business", "5", "6"],
        ]
    );
    let line = SAMPLE.lines().position(|line| line.contains("1.本机关不掌握")).unwrap() + 1;
    assert_eq!(row[1][7], line.to_string());
    let summary = cli::text(&output);
    let told = summary.lines().find(|line| line.starts_with("requests.row_total")).unwrap();
    assert!(told.split_whitespace().eq(["requests.row_total", "error", "1", "1"]), "{told}");
}

/// A sentence that disagrees with the table, with its own line.
#[test]
fn findings_of_the_prose() {
    let out = cli::folder("corpus-prose");
    let text = SAMPLE.replace("全年新收政府信息公开申请46件", "全年新收政府信息公开申请49件");
    let file = cli::file("corpus-prose.txt", text.as_bytes());
    cli::run("corpus", &["--out", out.to_str().unwrap(), &file]);
    let rows = rows(&out.join("findings.csv"));
    let prose = rows.iter().find(|row| row[1].starts_with("narrative.")).unwrap();
    let line = text.lines().position(|line| line.contains("申请49件")).unwrap() + 1;
    assert_eq!(
        [&prose[1], &prose[4], &prose[5], &prose[7]],
        ["narrative.received", "46", "49", &line.to_string()]
    );
}

/// The figures are those that `facts` prints.
#[test]
fn the_same_lines_as_facts() {
    let out = cli::folder("corpus-same");
    let output = cli::run("corpus", &["--out", out.to_str().unwrap(), "examples/sample-report.txt"]);
    assert!(output.status.success());
    let facts = cli::run("facts", &["--format", "csv", "examples/sample-report.txt"]);
    assert_eq!(fs::read_to_string(out.join("facts.csv")).unwrap(), cli::text(&facts));
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_whole_lines() {
    use std::os::unix::process::ExitStatusExt;
    use std::process::Stdio;
    use std::time::{Duration, Instant};

    let (folder, out) = (cli::folder("corpus-interrupted"), cli::folder("corpus-interrupted-out"));
    for n in 0..3000 {
        fs::write(folder.join(format!("{n}.txt")), SAMPLE).unwrap();
    }
    let mut command = cli::example("corpus");
    command.arg("--out").arg(&out).arg(&folder).stdout(Stdio::piped());
    let child = command.spawn().unwrap();
    let facts = out.join("facts.csv");
    let begun = || fs::metadata(&facts).is_ok_and(|file| file.len() > 1000);
    let start = Instant::now();
    while !begun() && start.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(5));
    }
    let id = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "signal {:?}", output.status.signal());
    assert!(cli::text(&output).contains("\ninterrupted: "));
    let written = fs::read_to_string(&facts).unwrap();
    assert!(written.ends_with('\n'));
    let whole = rows(&facts);
    assert!(whole.len() < 3000 * 200);
    assert_eq!(whole.len() % 200, 0, "whole reports");
}

#[test]
fn help_and_wrong_arguments() {
    let help = cli::run("corpus", &["-h"]);
    assert!(help.status.success());
    for option in ["--out", "--ext", "--threads"] {
        assert!(cli::text(&help).contains(option));
    }
    let wrong = cli::run("corpus", &["--threads", "many", "x"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8(wrong.stderr).unwrap().starts_with("error: cannot parse argument"));
}
