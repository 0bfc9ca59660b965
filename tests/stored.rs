//! What other programs keep: JSON of this version is read and written byte for byte, and names never change.
//!
//! `GONGKAI_STORE=1 cargo test --test stored -- --test-threads=1` writes them anew, for a release that changes them on purpose.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]
#![cfg(feature = "serde")]

mod small;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use gongkai::narrative::{Claims, claims};
use gongkai::validate::{Profile, Rule, validate};
use gongkai::{Certainty, Code, Edition, Parsed, Severity, Status, parse_report};

fn stored(name: &str, made: impl Fn() -> String) -> String {
    let path = format!("tests/stored/{name}");
    if std::env::var("GONGKAI_STORE").is_ok() {
        std::fs::write(&path, made()).unwrap();
    }
    std::fs::read_to_string(&path).unwrap()
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}

/// A report with every status, certainty and mark, notes, units, rows of its own and claims in its prose.
fn text() -> String {
    let (text, _) = small::base(false);
    let glued = "五、存在的主要问题及改进情况\n更新还不够及时。";
    let text = text
        .replace(
            "全年登载",
            "文中数字的起讫日期自2020年1月1日起至2020年12月31日止。全年收到申请483件。全年登载",
        )
        .replace("规章\t11\t12\t13", "规章\t/\t—\t无")
        .replace("行政许可\t31\t32\t33", "行政许可\t31（公共服务事项）\t减32\t\n指南\t1\t2\t3")
        .replace("其他对外管理服务事项\t41\t42\t43\n", "")
        .replace("行政处罚\t51\t52\t53", "行政处罚\t51\t五十二\t未收取")
        .replace("行政强制\t61\t62\t63\n", "行政强制\t61\t62\t63\n行政强制\t61\t64\t63\n")
        .replace("行政事业性收费\t71\t72", "行政事业性收费\t不适用\t72")
        .replace("\t2.重复申请\t17\t17\t0", "\t2.重复申请\t1 7\t17\t0")
        .replace("出版物\t18\t18\t0\t0\t0\t0\t", "出版物\t18\t18\t0\t0\t0\t")
        .replace("采购总金额\n", "采购总金额（单位：元）\n");
    assert!(text.contains(glued));
    text.replace(
        "六、其他需要报告的事项\n无。\n",
        "六、其他需要报告的事项\n无。\n\n砚陵县人民政府\n2021年1月20日\n",
    )
}

#[test]
fn a_reading_is_read_and_written_byte_for_byte() {
    let before = stored("parsed.json", || json(&parse_report(&text()).unwrap()));
    let parsed: Parsed = serde_json::from_str(&before).unwrap();
    assert_eq!(json(&parsed), before);
    // It stands for all that a cell can be.
    let cells: Vec<_> = parsed.report.facts().map(|fact| fact.cell()).collect();
    let status: BTreeSet<Status> = cells.iter().map(|cell| cell.status()).collect();
    assert_eq!(status.len(), 6, "{status:?}");
    let certainty: BTreeSet<Certainty> = cells.iter().filter_map(|cell| cell.certainty()).collect();
    assert_eq!(certainty.len(), 3, "{certainty:?}");
    let marks: BTreeSet<_> = cells.iter().filter_map(|cell| cell.mark()).collect();
    assert_eq!(marks.len(), 5, "{marks:?}");
    let report = &parsed.report;
    let note = report.facts().find_map(|fact| fact.note());
    assert_eq!(note, Some("公共服务事项"));
    assert!(report.title.is_some() && report.agency.is_some() && report.period.is_some());
    assert!(report.signature.as_ref().is_some_and(|signature| signature.agency.is_some()));
    assert_eq!((report.sections.len(), report.proactive.additional.len()), (6, 1));
}

#[test]
fn claims_are_read_and_written_byte_for_byte() {
    let text = "砚陵县2020年政府信息公开工作年度报告\n一、总体情况\n2020年共收到政府信息公开申请12件，其中自然人申请11件，\
        同比增长20%；办结11件，办结率91.7%，结转下年度1件。全年未发生行政复议；行政诉讼2件，均获维持。\n\
        二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n";
    let before = stored("claims.json", || json(&claims(text, &parse_report(text).unwrap().report)));
    let claims: Claims = serde_json::from_str(&before).unwrap();
    assert!(claims.len() > 4);
    assert_eq!(json(&claims), before);
}

#[test]
fn a_profile_is_read_and_written_byte_for_byte() {
    let before = stored("profile.json", || {
        let profile = Profile::new().severity("requests.shape", Severity::Info).unwrap();
        json(&profile.suppress("proactive.unit", "no units here").unwrap())
    });
    assert_eq!(json(&serde_json::from_str::<Profile>(&before).unwrap()), before);
}

/// Findings are written only. Their messages are for people and may change.
#[test]
fn findings_are_written_byte_for_byte() {
    let parsed: Parsed =
        serde_json::from_str(&std::fs::read_to_string("tests/stored/parsed.json").unwrap()).unwrap();
    let made = || {
        let validation = validate(&parsed.report);
        let of = |outcome: &str| {
            validation.checks().map(|check| check.finding()).find(|f| f.verdict.as_str() == outcome)
        };
        let found = ["satisfied", "violated", "not_evaluated"].map(|outcome| {
            let mut finding = serde_json::to_value(of(outcome).unwrap()).unwrap();
            finding.as_object_mut().unwrap().remove("message");
            finding
        });
        json(&found)
    };
    assert_eq!(made(), stored("findings.json", made));
}

/// Names that users write into their programs and files. A line may be added, but none goes or changes.
#[test]
fn names_never_change() {
    let names = || {
        let mut names = String::new();
        for edition in [Edition::E2019, Edition::E2021] {
            edition.paths().for_each(|path| writeln!(names, "path {} {path}", edition.year()).unwrap());
        }
        for code in Code::ALL {
            writeln!(names, "diagnostic {code} {}", code.severity().as_str()).unwrap();
        }
        for rule in Rule::all() {
            writeln!(names, "rule {} {}", rule.id, rule.severity.as_str()).unwrap();
        }
        names
    };
    assert_eq!(names(), stored("names.txt", names));
}
