//! What the prose claims, compared with the tables: each rule satisfied, violated and not evaluated, and the sentences
//! that must raise no alarm.
#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]

use gongkai::validate::{Comparison, Reason, Rule, Verdict, validate_prose};
use gongkai::{Agency, Cell, Edition, FactPath, Report, narrative};

/// A report of 清河县 for 2022 whose figures are all zero but these.
fn report(figures: &[(&str, i64)]) -> Report {
    let mut report = Report::new(Edition::E2021);
    report.year = Some(2022);
    report.agency =
        Some(serde_json::from_str::<Agency>(r#"{"name":"清河县人民政府","span":[0,0]}"#).unwrap());
    for path in Edition::E2021.paths() {
        report.set(path, Cell::exact(0.into()));
    }
    for &(path, figure) in figures {
        assert!(report.set(path.parse().unwrap(), Cell::exact(figure.into())), "{path}");
    }
    report
}

fn with(mut report: Report, cell: Cell, paths: &[&str]) -> Report {
    for path in paths {
        assert!(report.set(path.parse::<FactPath>().unwrap(), cell));
    }
    report
}

fn compared(report: &Report, text: &str) -> Comparison {
    validate_prose(report, &narrative::claims(text, report))
}

/// The results in short: `received ok`, `received 275≠258`, `received ?`.
fn short(report: &Report, text: &str) -> String {
    let short = |finding: &gongkai::validate::Finding| {
        let rule = finding.rule.id.rsplit('.').next().unwrap();
        match &finding.verdict {
            Verdict::Satisfied => format!("{rule} ok"),
            Verdict::Violated { expected, actual } => format!("{rule} {expected}≠{actual}"),
            Verdict::NotEvaluated { .. } => format!("{rule} ?"),
        }
    };
    compared(report, text).results.iter().map(short).collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn check(report: &Report, table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(short(report, text), *expected, "{text}");
    }
}

/// Received 10 and 2 from the year before, 9 decided, 3 carried forward.
fn usual() -> Report {
    report(&[
        ("requests.received.natural_person", 6),
        ("requests.received.business", 3),
        ("requests.received.other_org", 1),
        ("requests.received.total", 10),
        ("requests.carried_over.natural_person", 2),
        ("requests.carried_over.total", 2),
        ("requests.granted.total", 5),
        ("requests.denied.state_secret.total", 1),
        ("requests.denied.internal_affairs.total", 1),
        ("requests.not_processed.repeated.total", 2),
        ("requests.total.natural_person", 7),
        ("requests.total.total", 9),
        ("requests.carried_forward.total", 3),
        ("disputes.reconsideration.upheld", 2),
        ("disputes.reconsideration.pending", 1),
        ("disputes.reconsideration.total", 3),
        ("disputes.litigation_direct.upheld", 1),
        ("disputes.litigation_direct.total", 1),
        ("disputes.litigation_after_reconsideration.upheld", 2),
        ("disputes.litigation_after_reconsideration.total", 2),
    ])
}

#[test]
fn received_with_and_without_what_is_carried_over() {
    check(
        &usual(),
        &[
            ("全年共收到政府信息公开申请10件。", "received ok"),
            ("全年共收到政府信息公开申请12件。", "received ok"),
            ("全年共收到政府信息公开申请11件。", "received 10≠11"),
            ("全年共收到政府信息公开申请9件。", "received 10≠9"),
            ("本年新收政府信息公开申请10件。", "received ok"),
            ("本年新收政府信息公开申请12件。", "received 10≠12"),
            ("收到政府信息公开申请12件（含上年结转2件）。", "received ok, carried_over ok"),
            ("收到政府信息公开申请10件（含上年结转2件）。", "received 12≠10, carried_over ok"),
            ("2021年收到政府信息公开申请7件。", ""),
            ("上年收到政府信息公开申请7件。", ""),
        ],
    );
    let lost = with(usual(), Cell::MISSING, &["requests.carried_over.total"]);
    check(
        &lost,
        &[
            ("全年共收到政府信息公开申请10件。", "received ok"),
            ("全年共收到政府信息公开申请9件。", "received 10≠9"),
            ("全年共收到政府信息公开申请11件。", "received ?"),
        ],
    );
}

#[test]
fn rows_of_the_requests_table() {
    check(
        &usual(),
        &[
            ("政府信息公开申请上年结转2件。", "carried_over ok"),
            ("政府信息公开申请上年结转3件。", "carried_over 2≠3"),
            ("政府信息公开申请结转下年度办理3件。", "carried_forward ok"),
            ("政府信息公开申请结转下年度办理1件。", "carried_forward 3≠1"),
            ("依申请公开答复9件。", "processed ok"),
            ("依申请公开答复12件。", "processed 9≠12"),
            (
                "依申请公开答复9件（含上年结转2件，另有3件顺延到下年度答复）。",
                "processed ok, carried_over ok, carried_forward ok",
            ),
            (
                "政府信息公开申请办结9件，予以公开5件、不予公开2件、不予处理2件。",
                "processed ok, outcome ok, outcome ok, outcome ok",
            ),
            ("政府信息公开申请办结9件，予以公开6件，重复申请1件。", "processed ok, outcome 5≠6, outcome 2≠1"),
        ],
    );
    let lost =
        with(usual(), Cell::MISSING, &["requests.total.total", "requests.denied.third_party_rights.total"]);
    check(&lost, &[("政府信息公开申请办结9件，不予公开2件。", "processed ?, outcome ?")]);
}

#[test]
fn applicants_by_columns() {
    check(
        &usual(),
        &[
            (
                "收到政府信息公开申请10件，其中自然人申请6件，法人或其他组织申请4件。",
                "received ok, applicants ok, applicants ok",
            ),
            ("收到政府信息公开申请12件，其中自然人申请8件。", "received ok, applicants ok"),
            ("收到政府信息公开申请10件，其中自然人申请5件。", "received ok, applicants 6≠5"),
        ],
    );
    let lost = with(usual(), Cell::MISSING, &["requests.received.natural_person"]);
    check(&lost, &[("收到政府信息公开申请10件，其中自然人申请5件。", "received ok, applicants ?")]);
}

#[test]
fn shares_are_rounded_to_what_is_printed() {
    let thirds = report(&[
        ("requests.received.total", 3),
        ("requests.received.natural_person", 2),
        ("requests.total.total", 3),
        ("requests.granted.total", 2),
    ]);
    let say = |share: &str| format!("收到政府信息公开申请3件，自然人申请2件，{share}。");
    for (share, expected) in [
        ("占67%", "ok"),
        ("占66%", "67≠66"),
        ("约占66%", "ok"),
        ("约占65%", "67≠65"),
        ("占66.7%", "ok"),
        ("占66.6%", "66.7≠66.6"),
        ("占全部申请的66.67%", "ok"),
        ("占申请总数的66.7％", "ok"),
        ("占33.9%", "66.7≠33.9"),
    ] {
        assert_eq!(short(&thirds, &say(share)), format!("received ok, applicants ok, share {expected}"));
    }
    assert_eq!(
        short(&thirds, "收到政府信息公开申请4件，自然人申请2件，占50%。"),
        "received 3≠4, applicants ok, share ok",
        "the share of the number that the prose gives"
    );
    let none = with(thirds, Cell::MISSING, &["requests.total.total"]);
    assert_eq!(
        short(&none, "办结政府信息公开申请3件，予以公开2件，占办结总数的90%。"),
        "processed ?, outcome ok, share ?"
    );
}

#[test]
fn reviews_and_court_cases() {
    check(
        &usual(),
        &[
            ("政府信息公开行政复议3件，其中维持2件，尚未审结1件。", "disputes ok, disputes ok, disputes ok"),
            ("政府信息公开行政诉讼3件，其中维持3件。", "disputes ok, disputes ok"),
            ("政府信息公开行政诉讼1件。", "disputes 3≠1"),
            (
                "政府信息公开行政诉讼3件，其中未经复议直接起诉1件，复议后起诉2件。",
                "disputes ok, disputes ok, disputes ok",
            ),
        ],
    );
    let lost = with(usual(), Cell::MISSING, &["disputes.litigation_direct.total"]);
    check(&lost, &[("政府信息公开行政诉讼3件。", "disputes ?")]);
}

#[test]
fn none_and_all_in_words() {
    let nothing = report(&[]);
    let text = "本年度未收到政府信息公开申请，未发生行政复议、行政诉讼。";
    assert_eq!(short(&nothing, text), "none ok, none ok, none ok");
    assert_eq!(short(&usual(), text), "none 10≠0, none 3≠0, none 2≠0");
    let blank =
        with(report(&[]), Cell::BLANK, &["requests.received.total", "disputes.reconsideration.upheld"]);
    assert_eq!(short(&blank, text), "none ok, none ok, none ok");
    let lost = with(
        report(&[("disputes.litigation_direct.upheld", 1)]),
        Cell::MISSING,
        &["requests.received.total", "disputes.reconsideration.upheld", "disputes.litigation_direct.total"],
    );
    assert_eq!(short(&lost, text), "none ?, none ?, none 1≠0");
    let upheld = "发生政府信息公开行政复议3件，均获维持。";
    assert_eq!(short(&usual(), upheld), "disputes ok, none 1≠0");
    let all = report(&[("disputes.reconsideration.upheld", 3), ("disputes.reconsideration.total", 3)]);
    assert_eq!(short(&all, upheld), "disputes ok, none ok");
    let done = "收到政府信息公开申请10件，均已办结。";
    assert_eq!(short(&usual(), done), "received ok, none 3≠0");
    assert_eq!(short(&report(&[("requests.received.total", 10)]), done), "received ok, none ok");
}

#[test]
fn this_year_is_the_year_of_the_report() {
    check(
        &report(&[("requests.received.total", 4)]),
        &[
            ("本年度（2022年）共收到依申请公开4件。", "year_in_prose ok, received ok"),
            ("2021年全年共收到依申请公开4件，办结4件。", "year_in_prose 2022≠2021"),
            ("与2021年相比，全年收到依申请公开4件。", "received ok"),
        ],
    );
    let mut undated = report(&[]);
    undated.year = None;
    assert_eq!(short(&undated, "2021年全年共收到依申请公开4件。"), "year_in_prose ?");
}

#[test]
fn blank_cells_count_as_zero_only_where_the_table_shows_it() {
    let blank = with(usual(), Cell::BLANK, &["requests.carried_over.total"]);
    let comparison = compared(&blank, "政府信息公开申请上年结转2件。");
    let Verdict::NotEvaluated { reason, .. } = &comparison.results[0].verdict else { panic!() };
    assert_eq!(*reason, Reason::BlankUnclear);
    assert_eq!(short(&blank, "政府信息公开申请上年结转0件。"), "carried_over ok");
}

#[test]
fn what_must_not_alarm() {
    let report = usual();
    for text in [
        "受理政府信息公开申请10件，答复9件（含上年度结转申请2件，另有3件顺延到下年度答复）。",
        "政府信息公开申请中，7件按规定办结，2件申请人撤销。",
        "办理上年度结转政府信息公开申请1件。答复8件。",
        "政府网站发布信息680条，解读政策10个，答复网民留言76条。",
        "举办政府信息公开培训4次，热线受理咨询300件，答复300件。",
        "办理建议提案45件，答复45件。",
        "收到政府信息公开申请10件，其中网络申请4件，涉及土地征收1件。",
        "县教育局收到政府信息公开申请4件。",
        "自2008年以来，累计收到政府信息公开申请300件。",
        "上半年收到政府信息公开申请4件，答复3件。",
        "收到政府信息公开申请10件，均在法定期限内予以答复。",
        "政府信息公开行政复议3件，维持1件，驳回1件。",
        "全县共收到政府信息公开申请10件。县政府收到政府信息公开申请4件。",
        "收到1名群众政府信息公开申请，已回复。",
    ] {
        let comparison = compared(&report, text);
        let alarms: Vec<String> = comparison.findings().map(ToString::to_string).collect();
        assert!(alarms.is_empty(), "{text}: {alarms:?}");
    }
}

#[test]
fn the_rules_are_listed() {
    for id in [
        "narrative.received",
        "narrative.carried_over",
        "narrative.carried_forward",
        "narrative.processed",
        "narrative.outcome",
        "narrative.applicants",
        "narrative.share",
        "narrative.disputes",
        "narrative.none",
        "report.year_in_prose",
    ] {
        assert!(Rule::by_id(id).is_some(), "{id}");
    }
}

/// What validating the prose of a real report says: `rule outcome figure`; nothing where the corpus is not at hand.
fn of_corpus(path: &str) -> Option<Vec<String>> {
    let Ok(corpus) = std::env::var("GONGKAI_CORPUS") else {
        eprintln!("SKIPPED {path}: GONGKAI_CORPUS does not name the corpus");
        return None;
    };
    let text = std::fs::read_to_string(format!("{corpus}/{path}")).expect("the corpus");
    let report = gongkai::parse_report(&text).unwrap().report;
    let comparison = compared(&report, &text);
    let said = |finding: &gongkai::validate::Finding| {
        let value = &finding.operands.last().unwrap().value;
        let rule = finding.rule.id.rsplit('.').next().unwrap();
        format!("{rule} {} {}", finding.verdict.as_str(), value.as_ref().unwrap())
    };
    Some(comparison.results.iter().map(said).collect())
}

#[test]
fn real_reports_agree_with_themselves() {
    let expected: [(&str, &[&str]); 5] = [
        (
            "xunwu",
            &[
                "received satisfied 3",
                "carried_over satisfied 0",
                "processed not_evaluated 3",
                "carried_forward not_evaluated 0",
            ],
        ),
        (
            "ningwu",
            &[
                "received satisfied 83",
                "outcome satisfied 52",
                "outcome satisfied 24",
                "outcome satisfied 7",
                "applicants satisfied 41",
                "share satisfied 49",
                "applicants satisfied 42",
                "share satisfied 51",
            ],
        ),
        (
            "xinye",
            &["year_in_prose satisfied 2020", "received satisfied 2", "none satisfied 0", "none satisfied 0"],
        ),
        ("baofeng", &[]),
        ("zeku", &[]),
    ];
    for (name, expected) in expected {
        if let Some(said) = of_corpus(&format!("seeds/{name}-2020.txt")) {
            assert_eq!(said, expected, "{name}");
        }
    }
}

#[test]
fn one_real_report_agrees_whatever_extractor_it_came_through() {
    let figures = [3119, 3050, 34, 103, 351, 72, 64, 178, 37, 46, 25, 5, 9, 7];
    for extractor in ["pdfminer", "plumber", "plumber_layout", "pymupdf", "pymupdf_sort"] {
        let Some(results) = of_corpus(&format!("huaian2024/{extractor}.txt")) else { return };
        let said: Vec<i64> =
            results.iter().map(|result| result.rsplit(' ').next().unwrap().parse().unwrap()).collect();
        assert_eq!(said, figures, "{extractor}");
        assert!(!results.iter().any(|result| result.contains("violated")), "{extractor}: {results:?}");
        // What one extractor tears apart stays ambiguous in its table.
        let satisfied = results.iter().filter(|result| result.contains("satisfied")).count();
        assert!(satisfied >= if extractor == "pdfminer" { 10 } else { 14 }, "{extractor}: {satisfied}");
    }
}
