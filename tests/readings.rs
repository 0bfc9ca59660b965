//! Figures that the text does not separate or place, from the text to the facts: each is what is printed, or says that
//! it is not certain.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]

use gongkai::{Candidate, Certainty, Code, Fact, Parsed, Status, parse_report};

/// The rows of the form of 2019.
const ROWS: [(&str, &str); 23] = [
    ("received", "一、本年新收政府信息公开申请数量"),
    ("carried_over", "二、上年结转政府信息公开申请数量"),
    ("granted", "（一）予以公开"),
    ("partially_granted", "（二）部分公开"),
    ("denied.state_secret", "1.属于国家秘密"),
    ("denied.prohibited_by_law", "2.其他法律行政法规禁止公开"),
    ("denied.safety_and_stability", "3.危及“三安全一稳定”"),
    ("denied.third_party_rights", "4.保护第三方合法权益"),
    ("denied.internal_affairs", "5.属于三类内部事务信息"),
    ("denied.process_information", "6.属于四类过程性信息"),
    ("denied.enforcement_files", "7.属于行政执法案卷"),
    ("denied.administrative_inquiry", "8.属于行政查询事项"),
    ("unavailable.not_held", "1.本机关不掌握相关政府信息"),
    ("unavailable.needs_creation", "2.没有现成信息需要另行制作"),
    ("unavailable.still_unclear", "3.补正后申请内容仍不明确"),
    ("not_processed.petition", "1.信访举报投诉类申请"),
    ("not_processed.repeated", "2.重复申请"),
    ("not_processed.publication", "3.要求提供公开出版物"),
    ("not_processed.excessive", "4.无正当理由大量反复申请"),
    ("not_processed.reconfirmation", "5.要求行政机关确认或重新出具已获取信息"),
    ("other", "（六）其他处理"),
    ("total", "（七）总计"),
    ("carried_forward", "四、结转下年度继续办理"),
];

/// Twelve and three and four came in and one was left from the year before; nine, two and three were granted, the rest
/// were process information, one is carried forward.
const FIGURES: [(&str, &str); 6] = [
    ("received", "12 3 0 0 4 0 19"),
    ("carried_over", "1 0 0 0 0 0 1"),
    ("granted", "9 2 0 0 3 0 14"),
    ("denied.process_information", "3 1 0 0 1 0 5"),
    ("total", "12 3 0 0 4 0 19"),
    ("carried_forward", "1 0 0 0 0 0 1"),
];

/// A report with a requests table: `FIGURES` with some rows replaced, the other rows zeros, `separator` between any two
/// cells. A row of `-` is lost.
fn report(separator: &str, changed: &[(&str, &str)]) -> String {
    let mut text = String::from("云澜县2020年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n");
    for (path, label) in ROWS {
        let find = |rows: &[(&str, &'static str)]| rows.iter().find(|row| row.0 == path).map(|row| row.1);
        let zeros = find(&FIGURES).unwrap_or("0 0 0 0 0 0 0");
        let figures = changed.iter().find(|row| row.0 == path).map_or(zeros, |row| row.1);
        if figures != "-" {
            text += &format!("{label}{separator}{}\n", figures.replace(' ', separator));
        }
    }
    text + "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n无。\n"
}

fn read(text: &str) -> Parsed {
    parse_report(text).unwrap()
}

/// A row as read: `!` behind an exact figure, `*` behind a repaired one, candidates in braces, `_` blank, `.` missing.
fn row(parsed: &Parsed, path: &str) -> String {
    let prefix = format!("requests.{path}.");
    let columns = |fact: &Fact<'_>| {
        let path = fact.path().to_string();
        path.strip_prefix(&prefix).is_some_and(|column| !column.contains('.'))
    };
    parsed.report.facts().filter(columns).map(show).collect::<Vec<_>>().join(" ")
}

fn show(fact: Fact<'_>) -> String {
    let candidate = |candidate: &Candidate| match candidate {
        Candidate::Value(value) => value.to_string(),
        _ => "_".to_owned(),
    };
    match (fact.status(), fact.value(), fact.certainty()) {
        (Status::Value, Some(value), Some(Certainty::Exact)) => format!("{value}!"),
        (Status::Value, Some(value), Some(Certainty::Repaired)) => format!("{value}*"),
        (Status::Value, Some(value), _) => value.to_string(),
        (Status::Blank, ..) => "_".to_owned(),
        (Status::Missing, ..) => ".".to_owned(),
        (Status::Ambiguous, ..) => {
            let mut all: Vec<&Candidate> = fact.candidates().iter().collect();
            // Which is the most plausible is another matter.
            all.sort_by_key(|candidate| match candidate {
                Candidate::Value(value) => Some(*value),
                _ => None,
            });
            format!("{{{}}}", all.into_iter().map(candidate).collect::<Vec<_>>().join(","))
        }
        (status, ..) => format!("{status:?}"),
    }
}

/// The text of one cell.
fn printed<'t>(text: &'t str, parsed: &Parsed, path: &str) -> &'t str {
    let fact = parsed.report.facts().find(|fact| fact.path().to_string() == path).unwrap();
    fact.span().unwrap().slice(text).unwrap()
}

fn has(parsed: &Parsed, code: Code) -> bool {
    parsed.diagnostics.iter().any(|diagnostic| diagnostic.code == code)
}

/// Every row that the damage does not touch is what is printed, and certain.
fn others_are_exact(parsed: &Parsed, changed: &[&str]) {
    for (path, _) in ROWS.iter().filter(|(path, _)| !changed.contains(path)) {
        let figures = FIGURES.iter().find(|row| row.0 == *path).map_or("0 0 0 0 0 0 0", |row| row.1);
        let exact: Vec<String> = figures.split(' ').map(|figure| format!("{figure}!")).collect();
        assert_eq!(row(parsed, path), exact.join(" "), "{path}");
    }
}

#[test]
fn the_table_undamaged() {
    others_are_exact(&read(&report("\t", &[])), &[]);
    others_are_exact(&read(&report(" ", &[])), &[]);
}

#[test]
fn glued_rows() {
    let text = report("", &[]);
    let parsed = read(&text);
    // 123004019 in seven figures: no other split has a last one that is the sum of the others.
    assert_eq!(row(&parsed, "received"), "12 3 0 0 4 0 19");
    assert_eq!(row(&parsed, "granted"), "9 2 0 0 3 0 14");
    assert_eq!(row(&parsed, "denied.state_secret"), "0 0 0 0 0 0 0");
    assert_eq!(printed(&text, &parsed, "requests.received.total"), "19");
    assert_eq!(printed(&text, &parsed, "requests.received.natural_person"), "12");
}

/// A row of marks among digits is no row of figures with spaces between.
#[test]
fn marks_between_glued_zeros() {
    let heads = "行政复议行政诉讼\n结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉\n\
                 结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计\n00/000000/0000/\n";
    let text = report("", &[]).replace("五、存在", &(heads.to_owned() + "五、存在"));
    let parsed = read(&text);
    let disputes = parsed.report.facts().filter(|fact| fact.path().to_string().starts_with("disputes."));
    let expected = ["0", "0", "NotApplicable", "0", "0", "0"];
    assert_eq!(disputes.map(show).take(6).collect::<Vec<_>>(), expected);
}

/// 11 and 1, or 1 and 11, or 1 and 1 and 10: the row's own sum allows all, the columns one.
#[test]
fn a_glued_row_that_its_columns_decide() {
    let changed = |received| {
        [
            ("received", received),
            ("carried_over", "0 0 0 0 0 0 0"),
            ("granted", "4 1 0 0 0 0 5"),
            ("denied.process_information", "7 0 0 0 0 0 7"),
            ("total", "11 1 0 0 0 0 12"),
            ("carried_forward", "0 0 0 0 0 0 0"),
        ]
    };
    let parsed = read(&report("", &changed("11 1 0 0 0 0 12")));
    assert_eq!(row(&parsed, "received"), "11 1 0 0 0 0 12");
    assert_eq!(row(&parsed, "total"), "11 1 0 0 0 0 12");
    // Without the results nothing tells: both rows are open between the three.
    let lost = changed("11 1 0 0 0 0 12").map(|(path, row)| {
        let result = matches!(path, "granted" | "denied.process_information");
        (path, if result { "-" } else { row })
    });
    let parsed = read(&report("", &lost));
    assert_eq!(row(&parsed, "received"), "{1,11} {1,11} {0,10} 0 0 0 12");
    assert_eq!(row(&parsed, "total"), "{1,11} {1,11} {0,10} 0 0 0 12");
}

#[test]
fn glued_figures_without_a_sum_are_open() {
    let text = "云澜县2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\n\
        信息内容本年新制作数量本年新公开数量对外公开总数量\n规章000\n规范性文件321557\n";
    let parsed = read(text);
    let facts = |path: &str| {
        let found = parsed.report.facts().find(|fact| fact.path().to_string() == path).map(show);
        let found = found.unwrap();
        let mut figures: Vec<u32> =
            found.trim_matches(['{', '}']).split(',').map(|figure| figure.parse().unwrap()).collect();
        figures.sort_unstable();
        figures
    };
    assert_eq!(facts("proactive.normative_documents.made"), [3, 32, 321, 3215]);
    assert_eq!(facts("proactive.normative_documents.newly_disclosed"), [1, 2, 5, 15, 21, 55, 155, 215, 2155]);
    assert_eq!(facts("proactive.normative_documents.total_disclosed"), [7, 57, 557, 1557]);
    assert_eq!(printed(text, &parsed, "proactive.normative_documents.made"), "321557");
    assert_eq!(facts("proactive.regulations.made"), [0]);
}

/// Blanks vanish between spaces: four figures for seven columns. What came in and the other results place them.
#[test]
fn blanks_dropped_where_the_columns_decide() {
    let parsed = read(&report(" ", &[("granted", "9 2 3 14")]));
    assert_eq!(row(&parsed, "granted"), "9 2 _ _ 3 _ 14");
    others_are_exact(&parsed, &["granted"]);
    assert!(has(&parsed, Code::RowCells));
}

#[test]
fn blanks_dropped_where_nothing_decides() {
    let lost = ["received", "total", "denied.process_information", "carried_forward"].map(|path| (path, "-"));
    let rows: Vec<_> = lost.into_iter().chain([("granted", "9 2 3 14")]).collect();
    let parsed = read(&report(" ", &rows));
    // The total is what the others sum to; nine is somewhere before two, two before three.
    assert_eq!(row(&parsed, "granted"), "{_,9} {_,2,9} {_,2,3,9} {_,2,3,9} {_,2,3} {_,3} 14");
}

/// An eighth figure: the sum says that it is the 7. Or the 0 before it is superfluous, or the 19 behind, or 719 one
/// figure, and one cell a misprint.
#[test]
fn an_extra_cell() {
    let parsed = read(&report("\t", &[("received", "12 3 0 0 4 0 7 19")]));
    assert_eq!(row(&parsed, "received"), "12* 3* 0* 0* 4* {0,7} {7,19,719}");
    others_are_exact(&parsed, &["received"]);
    assert!(has(&parsed, Code::CellRepaired));
}

#[test]
fn a_row_lost() {
    let parsed = read(&report("\t", &[("granted", "-")]));
    assert_eq!(row(&parsed, "granted"), ". . . . . . .");
    others_are_exact(&parsed, &["granted"]);
    let parsed = read(&report("", &[("granted", "-")]));
    assert_eq!(row(&parsed, "granted"), ". . . . . . .");
    assert_eq!(row(&parsed, "partially_granted"), "0 0 0 0 0 0 0");
}

#[test]
fn a_figure_split() {
    let whole = "3001 53 0 0 61 4 3119";
    for (separator, broken) in [("\t", "30 01"), (" ", "30 01"), ("\t", "3, 001")] {
        let changed = format!("{broken} 53 0 0 61 4 3119");
        let zeros = "0 0 0 0 0 0 0";
        let rows = [
            ("received", changed.as_str()),
            ("carried_over", zeros),
            ("granted", zeros),
            ("denied.process_information", zeros),
            ("total", zeros),
            ("carried_forward", whole),
        ];
        let text = report(separator, &rows);
        let parsed = read(&text);
        assert_eq!(row(&parsed, "received"), "3001* 53* 0* 0* 61* 4* 3119*", "{broken}");
        assert_eq!(
            printed(&text, &parsed, "requests.received.natural_person"),
            broken.replace(' ', separator)
        );
        assert!(has(&parsed, Code::CellRepaired));
    }
}

#[test]
fn a_page_number_within_the_table() {
    for separator in ["\t", " "] {
        let text = report(separator, &[]);
        for number in ["- 7 -\n", "7\n", "\n- 7 -\n\u{c}", "第7页 共12页\n"] {
            let text = text.replace("（二）部分公开", &format!("{number}（二）部分公开"));
            let parsed = read(&text);
            others_are_exact(&parsed, &["granted", "partially_granted"]);
            // The rows before and behind it are right, or say that they are not certain.
            for (path, figures) in [("granted", "9 2 0 0 3 0 14"), ("partially_granted", "0 0 0 0 0 0 0")] {
                for (cell, figure) in row(&parsed, path).split(' ').zip(figures.split(' ')) {
                    let right = cell.trim_end_matches(['!', '*']) == figure;
                    assert!(
                        right || cell.starts_with('{') || cell == "Unreadable",
                        "{number:?} {path}: {cell}"
                    );
                }
            }
        }
        let dashes = read(&text.replace("（二）部分公开", "- 7 -\n（二）部分公开"));
        others_are_exact(&dashes, &[]);
    }
}

/// Where the text places the figures they are kept, whatever the sums say.
#[test]
fn a_misprint_in_placed_cells() {
    let parsed = read(&report("\t", &[("received", "12 3 0 0 4 0 20")]));
    assert_eq!(row(&parsed, "received"), "12! 3! 0! 0! 4! 0! 20!");
    others_are_exact(&parsed, &["received"]);
}

/// 123004020: no split is its own sum, and the columns leave one cell to be wrong. The others are not touched.
#[test]
fn a_misprint_in_a_glued_row() {
    let parsed = read(&report("", &[("received", "12 3 0 0 4 0 20")]));
    assert_eq!(row(&parsed, "received"), "12 3 0 0 4 0 20");
    assert_eq!(row(&parsed, "granted"), "9 2 0 0 3 0 14");
    assert_eq!(row(&parsed, "total"), "12 3 0 0 4 0 19");
    assert!(has(&parsed, Code::IdentityBroken));
}

/// A data frame writes `nan` where a cell was empty, a program `None`, a drawing underscores.
#[test]
fn what_programs_write_into_empty_cells_is_blank() {
    for filler in ["nan", "NaN", "None", "null", "NULL", "<NA>", "____"] {
        for separator in ["\t", " | "] {
            let granted = format!("9 2 {filler} {filler} 3 {filler} 14");
            let parsed = read(&report(separator, &[("granted", &granted)]));
            assert_eq!(row(&parsed, "granted"), "9! 2! _ _ 3! _ 14!", "{filler}");
            others_are_exact(&parsed, &["granted"]);
        }
    }
}

/// Nothing but punctuation in a cell, 一 for a dash, a letter whose bytes were lost: it cannot be read, and shifts no other.
#[test]
fn a_cell_that_cannot_be_read_keeps_its_place() {
    for cell in ["。", "*", "（）", "：", "\u{FFFD}定", "一", "三", "十二"] {
        let parsed = read(&report("\t", &[("granted", &format!("9 2 {cell} 0 3 0 14"))]));
        assert_eq!(row(&parsed, "granted"), "9! 2! Unreadable 0! 3! 0! 14!", "{cell}");
        others_are_exact(&parsed, &["granted"]);
    }
}

/// Digits as wide as ideographs take three bytes each; where some were lost, the figure may have had one more.
#[test]
fn a_wide_figure_beside_lost_bytes_cannot_be_read() {
    let parsed = read(&report("\t", &[("granted", "9 2 0 0 ３\u{FFFD} 0 １４")]));
    assert_eq!(row(&parsed, "granted"), "9! 2! 0! 0! Unreadable 0! 14!");
    let parsed = read(&report("\t", &[("granted", "9 2 0 0 3\u{FFFD} 0 14\u{FFFD}")]));
    assert_eq!(row(&parsed, "granted"), "9! 2! 0! 0! 3! 0! 14!");
}

/// 2,O15 and 22.5O: a letter was taken for a digit, and the figure does not end at its point.
#[test]
fn digits_that_go_on_in_letters_cannot_be_read() {
    for cell in ["2,O15", "2.O5", "22.5O", "2，0l5"] {
        let parsed = read(&report("\t", &[("granted", &format!("9 2 {cell} 0 3 0 14"))]));
        assert_eq!(row(&parsed, "granted"), "9! 2! Unreadable 0! 3! 0! 14!", "{cell}");
    }
}

/// The figures of a row stand a line lower than its label, or higher: the blanks beside the label are none.
#[test]
fn a_row_of_blanks_beside_figures_without_a_label_is_open() {
    let text = report("\t", &[]);
    let granted = "（一）予以公开\t9\t2\t0\t0\t3\t0\t14\n";
    let (label, figures) = ("（一）予以公开\t\t\t\t\t\t\t\n", "\t9\t2\t0\t0\t3\t0\t14\n");
    for rows in [[label, figures].concat(), [figures, label].concat()] {
        let parsed = read(&text.replace(granted, &rows));
        let row = row(&parsed, "granted");
        assert!(row.split(' ').all(|cell| cell.starts_with('{') || cell == "9 2 0 0 3 0 14"), "{row}");
        others_are_exact(&parsed, &["granted", "carried_over", "partially_granted"]);
    }
    // Blanks alone are blanks.
    let parsed = read(&text.replace(granted, label));
    assert_eq!(row(&parsed, "granted"), "_ _ _ _ _ _ _");
}
