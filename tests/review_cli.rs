//! `cargo run --example review`: the page by itself. `.ci/browser` looks at it in a browser.
#![cfg(all(feature = "std", feature = "serde"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

mod cli;

use std::collections::BTreeSet;

use cli::{DAMAGED, SAMPLE, lines, text};

const FILE: &str = "examples/sample-report.txt";

/// The text between two others, each time they occur.
fn between<'a>(page: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    page.split(start).skip(1).map(|rest| rest.split(end).next().unwrap()).collect()
}

#[test]
fn every_figure_once_with_its_status() {
    let page = cli::run("review", &[FILE]);
    assert!(page.status.success());
    let page = text(&page);
    let facts = cli::run("facts", &[FILE]);
    for line in lines(&facts) {
        let fact: serde_json::Value = serde_json::from_str(line).unwrap();
        let cells = between(page, &format!("<a id=\"{}\"", fact["path"].as_str().unwrap()), "</td>");
        assert_eq!(cells.len(), 1, "{line}");
        let standing = fact["certainty"].as_str().or(fact["status"].as_str()).unwrap();
        assert!(cells[0].contains(&format!("data-standing=\"{standing}\"")), "{line}");
        assert!(cells[0].contains(&format!("href=\"#b{}\"", fact["start"])), "{line}");
        let shown = cells[0].split_once('>').unwrap().1.split('<').next().unwrap();
        assert_eq!(shown, fact["raw"].as_str().unwrap(), "{line}");
    }
}

#[test]
fn every_link_leads_somewhere() {
    // Three figures of the second are read from one run of digits.
    for report in [SAMPLE, DAMAGED] {
        let page = cli::run_on("review", &["-"], report.as_bytes());
        let page = text(&page);
        let names: Vec<&str> = between(page, " id=\"", "\"");
        let unique: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(names.len(), unique.len(), "a name twice");
        for target in between(page, "href=\"#", "\"") {
            assert!(unique.contains(target), "{target}");
        }
    }
}

/// The misprint of the sample: its row and its column, and the one cell where they cross.
#[test]
fn findings_with_their_arithmetic() {
    let page = cli::run("review", &[FILE]);
    let page = text(&page);
    assert!(page.contains("发现 3 处矛盾：错误 3，警告 0，提示 0。"));
    let sum = "自然人 7 + 商业企业 2 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 1 + 其他 0 = 10 ≠ 总计 9";
    assert!(page.contains(sum));
    assert!(page.contains("</a> 2 → 1（一位数字）"));
}

/// A sentence that disagrees with the table, with a link to its line.
#[test]
fn findings_of_the_prose() {
    let text_of = SAMPLE.replace("全年新收政府信息公开申请46件", "全年新收政府信息公开申请49件");
    let line = text_of.lines().position(|line| line.contains("申请49件")).unwrap() + 1;
    let page = cli::run_on("review", &["-"], text_of.as_bytes());
    let item = between(text(&page), "<code>narrative.received</code>", "</li>");
    assert!(item[0].contains(&format!("<a href=\"#l{line}\">第 {line} 行</a>")), "{}", item[0]);
    assert!(item[0].contains("<a href=\"#requests.received.total\">"), "{}", item[0]);
}

#[test]
fn nothing_from_elsewhere_and_nothing_unescaped() {
    let hostile = SAMPLE
        .replace("云澜县人民政府2023年", "<script>alert(1)</script>&amp;云澜县人民政府2023年")
        .replace("行政强制\t37", "行政强制\t37（\"><img src=x onerror=alert(1)>\u{c}）");
    assert_ne!(hostile, SAMPLE);
    let page = cli::run_on("review", &["-"], hostile.as_bytes());
    let page = text(&page);
    assert!(!page.contains("<script>alert"));
    assert!(!page.contains("<img"));
    assert!(!page.contains('\u{c}'));
    assert_eq!(between(page, "<script>", "</script>").len(), 1);
    let page = cli::run("review", &[FILE]);
    for reference in ["src=", "http:", "https:", "url(", "@import"] {
        assert!(!text(&page).contains(reference), "{reference}");
    }
}

#[test]
fn one_report_a_page() {
    let two = cli::run("review", &[FILE, FILE]);
    assert_eq!(two.status.code(), Some(2));
    let absent = cli::run("review", &["no/such/file.txt"]);
    assert_eq!((absent.status.code(), absent.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8(absent.stderr).unwrap().starts_with("no/such/file.txt: "));
    assert!(cli::run("review", &["--help"]).status.success());
}
