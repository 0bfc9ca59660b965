//! `cargo run --example years` on reports of one body and of several.
#![cfg(all(feature = "std", feature = "serde"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

mod cli;

use cli::{SAMPLE, lines, text};

/// The sample as if it were for the year before, with other documents, and one cell of requests left blank.
fn year_before() -> String {
    let earlier = SAMPLE
        .replace("2023年", "2022年")
        .replace("2024年", "2023年")
        .replace(
            "二、上年结转政府信息公开申请数量\t\t\t3\t0\t0\t0\t0\t0\t3",
            "二、上年结转政府信息公开申请数量\t\t\t\t0\t0\t0\t0\t0\t7",
        )
        .replace("行政规范性文件\t6\t2\t41", "行政规范性文件\t5\t0\t37");
    cli::file("years-2022.txt", earlier.as_bytes())
}

const SAMPLE_FILE: &str = "examples/sample-report.txt";

#[test]
fn series_and_what_is_handed_on() {
    let before = year_before();
    // In any order.
    let output = cli::run("years", &[SAMPLE_FILE, &before]);
    assert!(output.status.success());
    let lines = lines(&output);
    assert_eq!(lines[0], format!("2022: 云澜县人民政府 ({before})"));
    assert_eq!(lines[1], format!("2023: 云澜县人民政府 ({SAMPLE_FILE})"));
    let row = |path: &str| {
        let line = lines.iter().find(|line| line.split_whitespace().next() == Some(path)).unwrap();
        line.split_whitespace().skip(1).collect::<Vec<_>>()
    };
    assert_eq!(row("requests.carried_over.total"), ["7", "3"]);
    assert_eq!(row("proactive.regulations.in_force"), ["/", "/"]);
    assert_eq!(row("proactive.administrative_fees.amount"), ["2864500", "2864500"]);
    assert!(!text(&output).contains("requests.granted.natural_person"));
    // 37 + 6 - 2 = 41 documents in force; one request was carried forward and three carried over.
    let told: Vec<&&str> =
        lines.iter().skip_while(|line| !line.starts_with("2022 -> 2023")).skip(1).collect();
    assert_eq!(
        told,
        [
            &"  violated: years.carry at requests.*.natural_person: earlier carried_forward 1 ≠ later carried_over 3",
            &"  violated: years.carry at requests.*.total: earlier carried_forward 1 ≠ later carried_over 3",
        ]
    );
}

#[test]
fn every_figure_as_csv() {
    let before = year_before();
    let output = cli::run("years", &["--all", "--format", "csv", &before, SAMPLE_FILE]);
    assert!(output.status.success());
    let lines = lines(&output);
    assert_eq!(lines.len(), 201);
    assert_eq!(lines[0], "path,2022,2022_status,2023,2023_status");
    assert_eq!(lines[1], "proactive.regulations.issued,,not_applicable,,not_applicable");
    assert!(lines.contains(&"requests.carried_over.natural_person,,blank,3,exact"));
    assert!(lines.contains(&"requests.carried_over.total,7,exact,3,exact"));
}

#[test]
fn reports_of_two_bodies_are_not_compared() {
    let other = SAMPLE.replace("云澜县人民政府", "青梧县人民政府").replace("2023年", "2022年");
    let other = cli::file("years-other.txt", other.as_bytes());
    let output = cli::run("years", &[&other, SAMPLE_FILE]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output).contains("violated: years.same_body"), "{}", text(&output));
    assert!(!text(&output).contains("years.carry"));
}

#[test]
fn what_cannot_be_read_is_said() {
    let output = cli::run("years", &["no/such/file.txt", SAMPLE_FILE]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr.clone()).unwrap().starts_with("no/such/file.txt: "));
    assert!(text(&output).contains("requests.received.total"));
    assert_eq!(cli::run("years", &[]).status.code(), Some(2));
    assert!(cli::run("years", &["--help"]).status.success());
}
