//! Five real reports for 2020, as five extractors left them: every one of their 198 figures each.
//!
//! The texts are not part of this project; they are read from the folder that `GONGKAI_CORPUS` names. What is expected
//! was read from the texts by eye.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use gongkai::{Candidate, Certainty, Date, Fact, Layout, Parsed, Severity, Status, TableKind, plain};

/// A seed, or nothing where the corpus is not at hand; that is said on the terminal even when tests pass.
fn seed(name: &str) -> Option<String> {
    let Some(corpus) = std::env::var_os("GONGKAI_CORPUS") else {
        let _ = writeln!(std::io::stderr(), "SKIPPED {name}: GONGKAI_CORPUS does not name the corpus");
        return None;
    };
    let path = Path::new(&corpus).join("seeds").join(format!("{name}.txt"));
    Some(std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

/// What is expected of a report, figure by figure. A line is `row @line cell…`: the row's path, the line of its first
/// figure, its cells. A cell is
/// - `12` an exact figure printed so, `~12` a resolved one, `!12` a repaired one; `+2=2` printed `+2`, of value 2
///   (`␣` is a space);
/// - `_` blank, `x` missing (rows without a line);
/// - `{1,2}:12` ambiguous between 1 and 2, printed `12`;
/// - `?0/1` either ambiguous between 0 and 1 or repaired to one of them.
struct Golden {
    /// The place of a row's next cell: on the same line, or on the next.
    cells: Cells,
    rows: &'static str,
}

#[derive(Clone, Copy, PartialEq)]
enum Cells {
    OnOneLine,
    OnLines,
}

fn check(text: &str, parsed: &Parsed, golden: &Golden) {
    let facts: Vec<Fact<'_>> = parsed.report.facts().collect();
    assert_eq!(facts.len(), 198);
    let mut facts = facts.into_iter();
    let mut printed_to = 0;
    let mut wrong = Vec::new();
    for row in golden.rows.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut parts = row.split_whitespace();
        let path = parts.next().unwrap();
        let mut parts = parts.peekable();
        let line = parts.next_if(|part| part.starts_with('@')).map(|at| at[1..].parse::<usize>().unwrap());
        for (place, cell) in parts.enumerate() {
            let fact = facts.next().unwrap_or_else(|| panic!("no more facts at {row}"));
            let full = fact.path().to_string();
            assert_eq!(full.rsplit_once('.').unwrap().0, path, "the order of the facts");
            if let Err(why) = check_cell(text, fact, cell) {
                wrong.push(format!("{full}: expected {cell}, {why}"));
            }
            let Some(span) = fact.span() else { continue };
            let expected_line =
                line.map(|line| line + if golden.cells == Cells::OnLines { place } else { 0 });
            let actual_line = text[..span.start as usize].matches('\n').count() + 1;
            if Some(actual_line) != expected_line {
                wrong.push(format!("{full}: expected on line {expected_line:?}, stands on {actual_line}"));
            }
            let sure = matches!(fact.certainty(), Some(Certainty::Exact | Certainty::Resolved));
            if sure && span.start < printed_to {
                wrong.push(format!("{full}: its digits are those of the cell before it"));
            }
            printed_to = span.end;
        }
    }
    assert!(facts.next().is_none(), "more facts than rows expected");
    assert!(wrong.is_empty(), "{} figures are not as printed:\n{}", wrong.len(), wrong.join("\n"));
}

fn check_cell(text: &str, fact: Fact<'_>, expected: &str) -> Result<(), String> {
    let raw = fact.span().map(|span| span.slice(text).expect("a span on character boundaries"));
    let is =
        format!("{:?} {:?} {:?} printed {raw:?}", fact.status(), fact.certainty(), fact.value().map(plain));
    let ensure = |holds: bool| if holds { Ok(()) } else { Err(format!("is {is}")) };
    match expected {
        "_" => return ensure(fact.status() == Status::Blank && raw.is_none()),
        "x" => return ensure(fact.status() == Status::Missing && raw.is_none()),
        _ => {}
    }
    if let Some(either) = expected.strip_prefix('?') {
        let among = |value: &str| either.split('/').any(|one| one == value);
        let readings = readings(fact);
        return ensure(match fact.status() {
            Status::Ambiguous => readings.len() > 1 && readings.iter().all(|value| among(value)),
            _ => fact.certainty() == Some(Certainty::Repaired) && among(&plain(fact.value().unwrap())),
        });
    }
    if let Some((set, printed)) = expected.split_once(':') {
        let set = set.trim_matches(['{', '}']).split(',').map(str::to_owned).collect();
        let right = fact.status() == Status::Ambiguous && raw == Some(printed);
        ensure(right)?;
        return if readings(fact) == set { Ok(()) } else { Err(format!("candidates {:?}", readings(fact))) };
    }
    let (certainty, figure) = match expected.split_at(1) {
        ("~", figure) => (Certainty::Resolved, figure),
        ("!", figure) => (Certainty::Repaired, figure),
        _ => (Certainty::Exact, expected),
    };
    let (printed, value) = figure.split_once('=').unwrap_or((figure, figure));
    ensure(
        fact.certainty() == Some(certainty)
            && fact.value().map(plain).as_deref() == Some(value)
            && raw == Some(printed.replace('␣', " ").as_str()),
    )
}

fn readings(fact: Fact<'_>) -> BTreeSet<String> {
    let text = |candidate: &Candidate| match *candidate {
        Candidate::Value(value) => plain(value),
        _ => String::new(),
    };
    fact.candidates().iter().map(text).collect()
}

/// Title, agency, period, signature (who, when).
fn check_frame(
    parsed: &Parsed,
    title: &str,
    agency: &str,
    period: Option<(&str, &str)>,
    signature: Option<(&str, &str)>,
) {
    let report = &parsed.report;
    assert_eq!(report.title.as_ref().map(|title| title.text.as_str()), Some(title));
    assert_eq!(report.agency.as_ref().map(|agency| agency.name.as_str()), Some(agency));
    assert_eq!(report.year, Some(2020));
    let day = |day: Date| day.to_string();
    let stated = report.period.map(|period| (day(period.start), day(period.end)));
    assert_eq!(stated.as_ref().map(|(start, end)| (start.as_str(), end.as_str())), period);
    let signed = report.signature.as_ref().map(|signature| {
        let who = signature.agency.as_ref().map(|agency| agency.name.clone()).unwrap_or_default();
        (who, signature.date.map(day).unwrap_or_default())
    });
    assert_eq!(signed.as_ref().map(|(who, when)| (who.as_str(), when.as_str())), signature);
    for table in TableKind::ALL {
        assert_eq!(report.edition(table).year(), 2019, "{table:?}");
    }
    for additional in [&report.proactive.additional, &report.requests.additional, &report.disputes.additional]
    {
        assert!(additional.is_empty(), "{additional:?}");
    }
}

/// The numbers and kinds of the sections, in the order of the text, and that each body lies behind its heading.
fn check_sections(text: &str, parsed: &Parsed, headings: &[&str]) {
    let found: Vec<&str> =
        parsed.report.sections.iter().map(|section| section.heading.slice(text).unwrap()).collect();
    assert_eq!(found, headings);
    for section in &parsed.report.sections {
        assert!(section.body.start >= section.heading.end);
        assert!(section.body.slice(text).is_some());
    }
}

fn layouts(parsed: &Parsed) -> [Option<Layout>; 3] {
    TableKind::ALL.map(|table| parsed.report.source(table).map(|source| source.layout))
}

/// The codes of the diagnostics that are more than information.
fn codes(parsed: &Parsed) -> BTreeSet<&'static str> {
    let graver = parsed.diagnostics.iter().filter(|diagnostic| diagnostic.severity() > Severity::Info);
    graver.map(|diagnostic| diagnostic.code.as_str()).collect()
}

const WHOLE_YEAR: Option<(&str, &str)> = Some(("2020-01-01", "2020-12-31"));

#[test]
fn xunwu_tab_rows_cut_by_a_page_break() {
    let Some(text) = seed("xunwu-2020") else { return };
    let parsed = gongkai::parse_report(&text).unwrap();
    check_frame(&parsed, "寻乌县2020年政府信息公开工作年度报告", "寻乌县", WHOLE_YEAR, None);
    check_sections(
        &text,
        &parsed,
        &[
            "一、总体情况",
            "二、主动公开政府信息",
            "三、收到和处理政府信息公开申请情况",
            "五、存在的主要问题及改进措施",
            "六、其他需要报告的事项",
        ],
    );
    assert_eq!(layouts(&parsed), [Some(Layout::TabRows), Some(Layout::TabRows), None]);
    let codes = codes(&parsed);
    for code in ["section.missing", "table.missing", "table.truncated"] {
        assert!(codes.contains(code), "{code} is not among {codes:?}");
    }
    check(
        &text,
        &parsed,
        &Golden {
            cells: Cells::OnOneLine,
            rows: "
            proactive.regulations @34 0 0 0
            proactive.normative_documents @35 14 0 304
            proactive.administrative_licensing @38 219 0 6219
            proactive.other_services @39 0 0 0
            proactive.administrative_penalty @42 52 +2=2 54
            proactive.administrative_compulsion @43 0 0 0
            proactive.administrative_fees @47 65 0
            proactive.government_procurement @50 296 45062␣万元=450620000
            requests.received @57 3 0 0 0 0 0 3
            requests.carried_over @58 0 0 0 0 0 0 0
            requests.granted @63 3 0 0 0 0 0 3
            requests.partially_granted @64 0 0 0 0 0 0 0
            requests.denied.state_secret @65 0 0 0 0 0 0 0
            requests.denied.prohibited_by_law @66 0 0 0 0 0 0 0
            requests.denied.safety_and_stability @67 0 0 0 0 0 0 0
            requests.denied.third_party_rights @68 0 0 0 0 0 0 0
            requests.denied.internal_affairs @69 0 0 0 0 0 0 0
            requests.denied.process_information @70 0 0 0 0 0 0 0
            requests.denied.enforcement_files @71 0 0 0 0 0 0 0
            requests.denied.administrative_inquiry @72 2 0 0 0 0 0 2
            requests.unavailable.not_held @73 0 0 0 0 0 0 0
            requests.unavailable.needs_creation @74 0 0 0 0 0 0 0
            requests.unavailable.still_unclear @75 0 0 0 0 0 0 0
            requests.not_processed.petition @76 0 0 0 0 0 0 0
            requests.not_processed.repeated x x x x x x x
            requests.not_processed.publication x x x x x x x
            requests.not_processed.excessive x x x x x x x
            requests.not_processed.reconfirmation x x x x x x x
            requests.other x x x x x x x
            requests.total x x x x x x x
            requests.carried_forward x x x x x x x
            disputes.reconsideration x x x x x
            disputes.litigation_direct x x x x x
            disputes.litigation_after_reconsideration x x x x x",
        },
    );
}

#[test]
fn ningwu_one_cell_per_line_with_blank_cells() {
    let Some(text) = seed("ningwu-2020") else { return };
    let parsed = gongkai::parse_report(&text).unwrap();
    check_frame(
        &parsed,
        "宁武县2020年政府信息公开工作年度报告",
        "宁武县",
        WHOLE_YEAR,
        Some(("宁武县人民政府办公室", "2021-02-19")),
    );
    check_sections(
        &text,
        &parsed,
        &[
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "六、其他需要报告的事项",
        ],
    );
    assert_eq!(layouts(&parsed), [Some(Layout::CellLines); 3]);
    assert_eq!(codes(&parsed), BTreeSet::new());
    check(
        &text,
        &parsed,
        &Golden {
            cells: Cells::OnLines,
            rows: "
            proactive.regulations @29 0 0 0
            proactive.normative_documents @34 7 7 7
            proactive.administrative_licensing @46 159 -5 961
            proactive.other_services @51 38 0 2254
            proactive.administrative_penalty @63 175 -11 945
            proactive.administrative_compulsion @68 4 +1=1 115
            proactive.administrative_fees @79 55 -3
            proactive.government_procurement @89 20 1978.83万元=19788300
            requests.received @113 41 _ _ _ _ 42 83
            requests.carried_over @122 _ _ _ _ _ _ _
            requests.granted @132 22 _ _ _ _ 30 52
            requests.partially_granted @142 13 _ _ _ _ 11 24
            requests.denied.state_secret @153 _ _ _ _ _ _ _
            requests.denied.prohibited_by_law @164 _ _ _ _ _ _ _
            requests.denied.safety_and_stability @175 _ _ _ _ _ _ _
            requests.denied.third_party_rights @186 _ _ _ _ _ _ _
            requests.denied.internal_affairs @197 _ _ _ _ _ _ _
            requests.denied.process_information @208 _ _ _ _ _ _ _
            requests.denied.enforcement_files @219 _ _ _ _ _ _ _
            requests.denied.administrative_inquiry @230 _ _ _ _ _ _ _
            requests.unavailable.not_held @241 6 _ _ _ _ 1 7
            requests.unavailable.needs_creation @252 _ _ _ _ _ _ _
            requests.unavailable.still_unclear @263 _ _ _ _ _ _ _
            requests.not_processed.petition @274 _ _ _ _ _ _ _
            requests.not_processed.repeated @285 _ _ _ _ _ _ _
            requests.not_processed.publication @296 _ _ _ _ _ _ _
            requests.not_processed.excessive @307 _ _ _ _ _ _ _
            requests.not_processed.reconfirmation @318 _ _ _ _ _ _ _
            requests.other @328 _ _ _ _ _ _ _
            requests.total @338 41 _ _ _ _ 42 83
            requests.carried_forward @347 _ _ _ _ _ _ _
            disputes.reconsideration @386 _ _ 1 _ 1
            disputes.litigation_direct @391 _ _ _ 0 0
            disputes.litigation_after_reconsideration @396 _ _ _ _ _",
        },
    );
}

#[test]
fn baofeng_one_cell_per_line() {
    let Some(text) = seed("baofeng-2020") else { return };
    let parsed = gongkai::parse_report(&text).unwrap();
    check_frame(
        &parsed,
        "靖安县宝峰镇2020年度政府信息公开工作年度报告",
        "靖安县宝峰镇",
        WHOLE_YEAR,
        Some(("宝峰镇党政办公室", "2020-01-25")),
    );
    check_sections(
        &text,
        &parsed,
        &[
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "六、其他需要报告的事项",
        ],
    );
    assert_eq!(layouts(&parsed), [Some(Layout::CellLines); 3]);
    assert_eq!(codes(&parsed), BTreeSet::new());
    check(
        &text,
        &parsed,
        &Golden {
            cells: Cells::OnLines,
            rows: "
            proactive.regulations @26 0 0 0
            proactive.normative_documents @31 0 0 0
            proactive.administrative_licensing @43 0 0 0
            proactive.other_services @48 0 0 0
            proactive.administrative_penalty @60 0 0 0
            proactive.administrative_compulsion @65 0 0 0
            proactive.administrative_fees @76 0 0
            proactive.government_procurement @86 9 63365元=63365
            requests.received @110 1 0 0 0 0 0 1
            requests.carried_over @119 0 0 0 0 0 0 0
            requests.granted @129 1 0 0 0 0 0 1
            requests.partially_granted @139 0 0 0 0 0 0 0
            requests.denied.state_secret @150 0 0 0 0 0 0 0
            requests.denied.prohibited_by_law @161 0 0 0 0 0 0 0
            requests.denied.safety_and_stability @172 0 0 0 0 0 0 0
            requests.denied.third_party_rights @183 0 0 0 0 0 0 0
            requests.denied.internal_affairs @194 0 0 0 0 0 0 0
            requests.denied.process_information @205 0 0 0 0 0 0 0
            requests.denied.enforcement_files @216 0 0 0 0 0 0 0
            requests.denied.administrative_inquiry @227 0 0 0 0 0 0 0
            requests.unavailable.not_held @238 0 0 0 0 0 0 0
            requests.unavailable.needs_creation @249 0 0 0 0 0 0 0
            requests.unavailable.still_unclear @260 0 0 0 0 0 0 0
            requests.not_processed.petition @271 0 0 0 0 0 0 0
            requests.not_processed.repeated @282 0 0 0 0 0 0 0
            requests.not_processed.publication @293 0 0 0 0 0 0 0
            requests.not_processed.excessive @304 0 0 0 0 0 0 0
            requests.not_processed.reconfirmation @315 0 0 0 0 0 0 0
            requests.other @325 0 0 0 0 0 0 0
            requests.total @335 1 0 0 0 0 0 1
            requests.carried_forward @344 0 0 0 0 0 0 0
            disputes.reconsideration @382 0 0 0 0 0
            disputes.litigation_direct @387 0 0 0 0 0
            disputes.litigation_after_reconsideration @392 0 0 0 0 0",
        },
    );
}

#[test]
fn zeku_tab_rows_with_a_review_row_of_sixteen_figures() {
    let Some(text) = seed("zeku-2020") else { return };
    let parsed = gongkai::parse_report(&text).unwrap();
    check_frame(
        &parsed,
        "泽库县人民政府2020年政府信息公开工作年度报告",
        "泽库县人民政府",
        WHOLE_YEAR,
        Some(("泽库县人民政府", "2021-01-25")),
    );
    check_sections(
        &text,
        &parsed,
        &[
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "六、其他需要报告的事项",
        ],
    );
    assert_eq!(layouts(&parsed), [Some(Layout::TabRows); 3]);
    let codes = codes(&parsed);
    assert!(codes.contains("row.cells"), "nothing says why the review row is uncertain: {codes:?}");
    check(
        &text,
        &parsed,
        &Golden {
            cells: Cells::OnOneLine,
            rows: "
            proactive.regulations @25 0 0 0
            proactive.normative_documents @26 5 5 5
            proactive.administrative_licensing @29 82 +276=276 _
            proactive.other_services @30 277（公共服务事项）=277 -106 _
            proactive.administrative_penalty @33 2617 -1570 _
            proactive.administrative_compulsion @34 145 -109 0
            proactive.administrative_fees @37 0 0
            proactive.government_procurement @41 22 147␣万元=1470000
            requests.received @49 0 0 0 231 0 656 887
            requests.carried_over @50 0 0 0 29 0 67 96
            requests.granted @51 0 0 0 0 0 0 0
            requests.partially_granted @52 0 0 0 0 0 0 0
            requests.denied.state_secret @53 0 0 0 0 0 0 0
            requests.denied.prohibited_by_law @54 0 0 0 0 0 0 0
            requests.denied.safety_and_stability @55 0 0 0 0 0 0 0
            requests.denied.third_party_rights @56 0 0 0 0 0 0 0
            requests.denied.internal_affairs @57 0 0 0 0 0 0 0
            requests.denied.process_information @58 0 0 0 0 0 0 0
            requests.denied.enforcement_files @59 0 0 0 0 0 0 0
            requests.denied.administrative_inquiry @60 0 0 0 0 0 0 0
            requests.unavailable.not_held @61 0 0 0 0 0 0 0
            requests.unavailable.needs_creation @62 0 0 0 0 0 0 0
            requests.unavailable.still_unclear @63 0 0 0 0 0 0 0
            requests.not_processed.petition @64 0 0 0 0 0 0 0
            requests.not_processed.repeated @65 0 0 0 0 0 0 0
            requests.not_processed.publication @67 0 0 0 0 0 0 0
            requests.not_processed.excessive @68 0 0 0 0 0 0 0
            requests.not_processed.reconfirmation @69 0 0 0 0 0 0 0
            requests.other @70 0 0 0 0 0 0 0
            requests.total @71 0 0 0 0 0 0 0
            requests.carried_forward @72 0 0 0 0 0 0 0
            disputes.reconsideration @79 !0 !0 !0 !0 !0
            disputes.litigation_direct @79 !0 !0 !0 !0 !0
            disputes.litigation_after_reconsideration @79 ?0/1 ?0/1 !0 !0 !1",
        },
    );
    let services = parsed.report.proactive.get(gongkai::Item::OtherServices, gongkai::Measure::PriorItems);
    assert_eq!(parsed.report.note(services.unwrap()), Some("公共服务事项"));
}

#[test]
fn xinye_glued_cells() {
    let Some(text) = seed("xinye-2020") else { return };
    let parsed = gongkai::parse_report(&text).unwrap();
    check_frame(
        &parsed,
        "新野县人民政府办公室2020年政府信息公开工作年度报告",
        "新野县人民政府办公室",
        None,
        None,
    );
    check_sections(
        &text,
        &parsed,
        &[
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "六、其他需要报告的事项",
        ],
    );
    assert_eq!(layouts(&parsed), [Some(Layout::Glued); 3]);
    assert!(codes(&parsed).contains("cell.ambiguous"));
    check(
        &text,
        &parsed,
        &Golden {
            cells: Cells::OnOneLine,
            rows: "
            proactive.regulations @33 ~0 ~0 ~0
            proactive.normative_documents @34 {3,32,321,3215}:321557 {2,21,215,2155,1,15,155,5,55}:321557 {7,57,557,1557}:321557
            proactive.administrative_licensing @37 ~0 ~0 ~0
            proactive.other_services @38 ~0 ~0 ~0
            proactive.administrative_penalty @41 ~0 ~0 ~0
            proactive.administrative_compulsion @42 ~0 ~0 ~0
            proactive.administrative_fees @45 ~0 ~0
            proactive.government_procurement @48 ~0 ~0
            requests.received @58 ~2 ~0 ~0 ~0 ~0 ~0 ~2
            requests.carried_over @59 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.granted @60 ~2 ~0 ~0 ~0 ~0 ~0 ~2
            requests.partially_granted @61 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.denied.state_secret @62 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.denied.prohibited_by_law @63 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.denied.safety_and_stability @64 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.denied.third_party_rights @65 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.denied.internal_affairs @66 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.denied.process_information @67 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.denied.enforcement_files @68 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.denied.administrative_inquiry @69 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.unavailable.not_held @70 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.unavailable.needs_creation @71 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.unavailable.still_unclear @72 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.not_processed.petition @73 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.not_processed.repeated @74 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.not_processed.publication @75 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.not_processed.excessive @76 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.not_processed.reconfirmation @77 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.other @78 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            requests.total @79 ~2 ~0 ~0 ~0 ~0 ~0 ~2
            requests.carried_forward @80 ~0 ~0 ~0 ~0 ~0 ~0 ~0
            disputes.reconsideration @90 ~0 ~0 ~0 ~0 ~0
            disputes.litigation_direct @90 ~0 ~0 ~0 ~0 ~0
            disputes.litigation_after_reconsideration @90 ~0 ~0 ~0 ~0 ~0",
        },
    );
}
