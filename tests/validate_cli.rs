//! What `cargo run --example check` prints: a contract that other programs read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]
#![cfg(all(feature = "std", feature = "serde"))]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A requests table with a wrong total in its second column of figures.
const WRONG: &str = "某县2021年政府信息公开工作年度报告\n\
    三、收到和处理政府信息公开申请情况\n\
    一、本年新收政府信息公开申请数量\t7\t1\t0\t0\t0\t0\t9\n\
    二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n";

fn example(name: &str) -> Command {
    let test = std::env::current_exe().unwrap();
    let path = test.ancestors().nth(2).unwrap().join("examples").join(name);
    let path = path.with_extension(std::env::consts::EXE_EXTENSION);
    assert!(path.exists(), "{} is not built: cargo build --examples --all-features", path.display());
    Command::new(path)
}

fn check(arguments: &[&str]) -> Output {
    example("check").args(arguments).output().unwrap()
}

fn file(name: &str, bytes: &[u8]) -> String {
    let path: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("check-{name}"));
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

fn objects(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_finding_is_one_object_in_the_shape_of_the_contract() {
    let path = file("finding.txt", WRONG.as_bytes());
    let output = check(&[&path]);
    assert_eq!(output.status.code(), Some(1));
    let text = std::str::from_utf8(&output.stdout).unwrap();
    let first = text.lines().next().unwrap();
    let start = WRONG.find("\t7\t").unwrap() + 1;
    let spans: Vec<[usize; 2]> = (0..7).map(|place| [start + 2 * place, start + 2 * place + 1]).collect();
    let columns =
        ["natural_person", "business", "research", "public_interest", "legal_service", "other_org", "total"];
    let paths = columns.map(|column| format!("requests.received.{column}"));
    assert_eq!(
        first,
        format!(
            "{{\"file\":{},\"rule\":\"requests.row_total\",\"outcome\":\"violated\",\"basis\":\"strict\",\
             \"severity\":\"error\",\"at\":\"requests.received.*\",\"expected\":\"8\",\"actual\":\"9\",\"paths\":{},\
             \"message\":\"natural_person 7 + business 1 + research 0 + public_interest 0 + legal_service 0 + \
             other_org 0 = 8 ≠ total 9\",\"spans\":{}}}",
            serde_json::to_string(&path).unwrap(),
            serde_json::to_string(&paths).unwrap(),
            serde_json::to_string(&spans).unwrap(),
        )
    );
}

#[test]
fn diagnostics_follow_the_findings() {
    let output = check(&[&file("diagnostics.txt", WRONG.as_bytes())]);
    let objects = objects(&output);
    let diagnostic = objects.iter().find(|object| object["diagnostic"] == "table.missing").unwrap();
    assert_eq!(diagnostic["severity"], "warning");
    assert!(diagnostic["message"].as_str().unwrap().starts_with("a table of the form is not in the text"));
    assert!(diagnostic["spans"].is_array());
    let keys: Vec<_> = diagnostic.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys.len(), 5, "{keys:?}");
}

#[test]
fn all_prints_every_rule_instance() {
    let path = file("all.txt", WRONG.as_bytes());
    let objects = objects(&check(&["--all", &path]));
    let outcomes = |outcome: &str| objects.iter().filter(|object| object["outcome"] == outcome).count();
    assert!(outcomes("satisfied") > 10);
    assert!(outcomes("not_evaluated") > 100);
    assert_eq!(outcomes("violated"), objects.iter().filter(|o| !o["expected"].is_null()).count());
    for object in objects.iter().filter(|object| object["outcome"].is_string()) {
        assert_eq!(object["paths"].as_array().unwrap().len(), object["spans"].as_array().unwrap().len());
        assert_eq!(object["basis"].is_null(), object["outcome"] == "not_evaluated", "{object}");
    }
}

#[test]
fn what_is_no_report_is_an_object_and_exit_code_2() {
    let (good, bad) = (file("good.txt", WRONG.as_bytes()), file("bad.txt", "今天天气很好".as_bytes()));
    let output = check(&[&bad, "/nowhere/at/all", &good]);
    assert_eq!(output.status.code(), Some(2));
    let objects = objects(&output);
    assert_eq!((&objects[0]["error"], &objects[1]["error"]), (&"not_a_report".into(), &"io".into()));
    assert_eq!(objects[2]["rule"], "requests.row_total");
}

#[test]
fn a_warning_is_no_failure() {
    let text = WRONG.replace("\t9\n", "\t8\n");
    let output = check(&[&file("warning.txt", text.as_bytes())]);
    assert_eq!(output.status.code(), Some(0));
    assert!(objects(&output).iter().any(|object| object["rule"] == "requests.shape"));
}

#[test]
fn standard_input_is_a_dash() {
    let mut command = example("check");
    let mut child =
        command.arg("-").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(WRONG.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(objects(&output)[0]["file"], "-");
}

#[test]
fn text_shows_the_figures_on_their_line() {
    let path = file("text.txt", WRONG.as_bytes());
    let output = check(&["--format", "text", &path]);
    assert_eq!(output.status.code(), Some(1));
    let text = std::str::from_utf8(&output.stdout).unwrap();
    let first = text.split("\n\n").next().unwrap();
    let expected = [
        "error[requests.row_total]: requests.received.*: natural_person 7 + business 1 + ",
        "3 | 一、本年新收政府信息公开申请数量    7    1    0    0    0    0    9",
        "^ requests.received.total",
        "= note: 六类申请人之和，等于总计",
        "= note: 自然人 7 + 商业企业 1 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 = 8 ≠ 总计 9",
    ];
    for part in expected {
        assert!(first.contains(part), "{part} is not in\n{first}");
    }
    assert!(text.contains("help: requests: the smallest changes that make every sum hold"), "{text}");
    assert!(text.contains("  - requests.received.total 9 → 8 (one digit)"), "{text}");
    assert!(text.contains("  requests  "), "{text}");
}

#[test]
fn a_wrong_command_line_is_exit_code_2() {
    assert_eq!(check(&[]).status.code(), Some(2));
    assert_eq!(check(&["--format", "xml", "-"]).status.code(), Some(2));
    assert_eq!(check(&["--help"]).status.code(), Some(0));
}
