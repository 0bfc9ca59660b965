//! Tables drawn with lines: cells are told by the strokes around them, and where strokes do not tell whose a figure is, it
//! is not given.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]

mod shown;

use gongkai::{Layout, Parsed, TableKind, parse_report, plain};
use shown::row;

/// As a browser for terminals draws it, 60 columns wide.
const BOXES: &str = "\
┌────────────────────────────┬────────────────────────────┐
│                            │申请人情况                  │
│                            ├──┬──────────────────────┬──┤
│（本列数据的勾稽关系为：第一│  │法人或其他组织        │  │
│项加第二项之和，等于第三项加│自├───┬───┬─────┬─────┬──┤  │
│第四项之和）                │然│商 │科 │社会 │法律 │  │总│
│                            │人│业 │研 │公益 │服务 │其│计│
│                            │  │企 │机 │组织 │机构 │他│  │
│                            │  │业 │构 │     │     │  │  │
├────────────────────────────┼──┼───┼───┼─────┼─────┼──┼──┤
│一、本年新收政府信息公开申请│41│2  │0  │0    │1    │0 │44│
│数量                        │  │   │   │     │     │  │  │
├────────┬───────────────────┼──┼───┼───┼─────┼─────┼──┼──┤
│        │（一）予以公开     │23│1  │0  │0    │1    │0 │25│
│        ├──────┬────────────┼──┼───┼───┼─────┼─────┼──┼──┤
│        │      │1.属于国家秘│3 │0  │0  │0    │0    │  │3 │
│三、本年│（三）│密          │  │   │   │     │     │  │  │
│度办理结│不予公├────────────┼──┼───┼───┼─────┼─────┼──┼──┤
│果      │开    │2.其他法律行│  │   │   │     │     │  │  │
│        │      │政法规禁止公│5 │1  │0  │0    │0    │0 │6 │
│        │      │开          │  │   │   │     │     │  │  │
│        ├──────┴────────────┼──┼───┼───┼─────┼─────┼──┼──┤
│        │（七）总计         │31│2  │0  │0    │1    │0 │34│
├────────┴───────────────────┼──┼───┼───┼─────┼─────┼──┼──┤
│四、结转下年度继续办理      │10│0  │0  │0    │0    │0 │10│
└────────────────────────────┴──┴───┴───┴─────┴─────┴──┴──┘
";

/// As converters of documents draw it: no cell is merged, and what one covered is blank.
const PLUSES: &str = "\
+-----------------+----------+------------+------+------+------+------+------+------+------+
|                 |          |            | 自然 | 商业 | 科研 | 社会 | 法律 | 其他 | 总计 |
|                 |          |            | 人   | 企业 | 机构 | 公益 | 服务 |      |      |
|                 |          |            |      |      |      | 组织 | 机构 |      |      |
+=================+==========+============+======+======+======+======+======+======+======+
| 一、本年新收政  |          |            | 41   | 2    | 0    | 0    | 1    | 0    | 44   |
| 府信息公开申请  |          |            |      |      |      |      |      |      |      |
| 数量            |          |            |      |      |      |      |      |      |      |
+-----------------+----------+------------+------+------+------+------+------+------+------+
| 三              | （一）予 |            | 23   | 1    | 0    | 0    | 1    | 0    | 25   |
| 、本年度办理结  | 以公开   |            |      |      |      |      |      |      |      |
| 果              |          |            |      |      |      |      |      |      |      |
+-----------------+----------+------------+------+------+------+------+------+------+------+
|                 | （三）不 | 1.属于国家 | 3    | 0    | 0    | 0    | 0    |      | 3    |
|                 | 予公开   | 秘密       |      |      |      |      |      |      |      |
+-----------------+----------+------------+------+------+------+------+------+------+------+
|                 |          | 2.其他法律 | 5    | 1    | 0    | 0    | 0    | 0    | 6    |
|                 |          | 行政法规禁 |      |      |      |      |      |      |      |
|                 |          | 止公开     |      |      |      |      |      |      |      |
+-----------------+----------+------------+------+------+------+------+------+------+------+
|                 | （七）总 |            | 31   | 2    | 0    | 0    | 1    | 0    | 34   |
|                 | 计       |            |      |      |      |      |      |      |      |
+-----------------+----------+------------+------+------+------+------+------+------+------+
| 四、结转下年度  |          |            | 10   | 0    | 0    | 0    | 0    | 0    | 10   |
| 继续办理        |          |            |      |      |      |      |      |      |      |
+-----------------+----------+------------+------+------+------+------+------+------+------+
";

const ROWS: [(&str, &str); 6] = [
    ("received", "41 2 0 0 1 0 44"),
    ("granted", "23 1 0 0 1 0 25"),
    ("denied.state_secret", "3 0 0 0 0 _ 3"),
    ("denied.prohibited_by_law", "5 1 0 0 0 0 6"),
    ("total", "31 2 0 0 1 0 34"),
    ("carried_forward", "10 0 0 0 0 0 10"),
];

fn report(table: &str) -> String {
    format!(
        "砚陵县2022年政府信息公开工作年度报告\n一、总体情况\n全年登载信息305条。\n二、主动公开政府信息情况\n\
         信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t0\t11\n\
         三、收到和处理政府信息公开申请情况\n\n{table}\n\n五、存在的主要问题及改进情况\n更新不够及时。\n"
    )
}

fn parse(table: &str) -> Parsed {
    let text = report(table);
    let parsed = parse_report(&text).unwrap();
    for fact in parsed.report.facts() {
        if let (Some(value), Some(span)) = (fact.value(), fact.span()) {
            assert_eq!(span.slice(&text), Some(&*plain(value)), "{}", fact.path());
        }
    }
    parsed
}

/// The rows are read, but for those that are `lost`.
#[track_caller]
fn read(table: &str, lost: &[&str]) {
    let parsed = parse(table);
    for (path, figures) in ROWS {
        let expected = if lost.contains(&path) { "x x x x x x x" } else { figures };
        assert_eq!(row(&parsed, path), expected, "{path}\n{table}");
    }
}

#[test]
fn labels_are_wrapped_in_their_cells() {
    for table in [BOXES, PLUSES] {
        read(table, &[]);
        assert_eq!(parse(table).report.source(TableKind::Requests).unwrap().layout, Layout::Ruled);
        // The table beside it is as it was.
        assert_eq!(parse(table).report.source(TableKind::Proactive).unwrap().layout, Layout::TabRows);
        read(&table.replace('\n', "\r\n"), &[]);
        read(&table.lines().map(|line| format!("   {line}  \n")).collect::<String>(), &[]);
    }
    read(&BOXES.replace('│', "║").replace('─', "━").replace('┼', "╬"), &[]);
}

#[test]
fn a_page_may_end_within_a_table_and_words_stand_beside_it() {
    for (table, line) in [
        (BOXES, "│密"),
        (BOXES, "│三、本年"),
        (PLUSES, "| 数量"),
        (PLUSES, "|                 |          | 2.其他法律"),
    ] {
        let line = table.lines().find(|own| own.contains(line.trim_start_matches('│'))).unwrap();
        read(&table.replace(line, &format!("\n— 3 —\n\n{line}")), &[]);
    }
    let beside: String = BOXES
        .lines()
        .map(|line| {
            if line.starts_with("│度办理") {
                format!("首页  {line}\n")
            } else {
                format!("      {line}\n")
            }
        })
        .collect();
    read(&beside, &[]);
}

/// What screens show two columns wide is counted as one, or the other way round.
#[test]
fn strokes_are_counted_where_they_do_not_stand_in_line() {
    let shifted: String = PLUSES
        .lines()
        .map(|line| {
            if line.contains("2.其他") {
                format!("{}\n", line.replacen(" |", "   |", 3))
            } else {
                format!("{line}\n")
            }
        })
        .collect();
    read(&shifted, &[]);
    // Where one is missing as well, it is not known which.
    let cut = shifted.replace("2.其他法律   |", "2.其他法律    ");
    assert_ne!(cut, shifted);
    read(&cut, &["denied.prohibited_by_law"]);
}

#[test]
fn a_row_with_a_cut_line_is_not_given() {
    let cut = |table: &str, line: &str, keep: usize| {
        let own = table.lines().find(|own| own.contains(line)).unwrap();
        let part: String = own.chars().take(keep).collect();
        table.replacen(own, &part, 1)
    };
    for keep in [10, 24, 30, 38, 40] {
        read(&cut(BOXES, "1.属于", keep), &["denied.state_secret"]);
        read(&cut(BOXES, "10│0", keep), &["carried_forward"]);
        read(&cut(PLUSES, "2.其他法律", keep + 10), &["denied.prohibited_by_law"]);
    }
    // A stroke between two cells.
    read(&BOXES.replace("│10│0  │", "│10 0  │"), &["carried_forward"]);
    for (whole, part) in [("| 2    | 0    |", "| 2      0    |"), ("| 0    |      |", "| 0           |")] {
        let row = if whole.contains('2') { "received" } else { "denied.state_secret" };
        let table = PLUSES.replacen(whole, part, 1);
        assert_ne!(table, PLUSES);
        let shown = self::row(&parse(&table), row);
        let read = ROWS.iter().find(|(path, _)| *path == row).unwrap().1;
        assert!(shown == read || shown == "x x x x x x x", "{shown}");
    }
    // A rule between two rows.
    let rule = PLUSES.lines().next().unwrap();
    let without = PLUSES.replacen(
        &format!("     |\n{rule}\n|                 |          | 2."),
        "     |\n|                 |          | 2.",
        1,
    );
    assert_ne!(without, PLUSES);
    read(&without, &["denied.state_secret", "denied.prohibited_by_law"]);
}

/// The figures may stand on a line of their row that is cut off.
#[test]
fn a_table_that_ends_within_a_row_does_not_give_it() {
    for (table, last) in [
        (BOXES, "│四、结转下年度继续办理"),
        (PLUSES, "| 四、结转下年度  |"),
        (BOXES, "│        │（七）总计 "),
    ] {
        let (before, line) = table.split_once(last).unwrap();
        let line = line.lines().next().unwrap();
        let lost: &[&str] =
            if last.contains('七') { &["total", "carried_forward"] } else { &["carried_forward"] };
        // Of the last block between rules from one side to the other.
        let block = if last.contains('七') {
            &["granted", "denied.state_secret", "denied.prohibited_by_law"][..]
        } else {
            &[]
        };
        read(&format!("{before}{last}{line}"), &[lost, block].concat());
        read(before, &[lost, block].concat());
    }
}

#[test]
fn combinators_read_them_too() {
    for table in [BOXES, PLUSES] {
        let (rest, found) = gongkai::combinator::requests(table).unwrap();
        let total = found.get(gongkai::Row::Received, gongkai::Column::Total).unwrap();
        assert_eq!((total.count(), total.span().unwrap().slice(table)), (Some(44), Some("44")));
        assert!(rest.trim_start().starts_with(['└', '+', '│', '|']), "{rest}");
    }
}

/// Databases draw rules around the head and the whole only.
#[test]
fn rows_may_stand_on_lines_without_rules_between() {
    let table = "\
+----------------------------------+--------+------+------+------+------+------+------+
| label                            | 自然人 | 商业 | 科研 | 公益 | 法律 | 其他 | 总计 |
+----------------------------------+--------+------+------+------+------+------+------+
| 一、本年新收政府信息公开申请数量 |     41 |    2 |    0 |    0 |    1 |    0 |   44 |
| （一）予以公开                   |     23 |    1 |    0 |    0 |    1 |    0 |   25 |
| 1.属于国家秘密                   |      3 |    0 |    0 |    0 |    0 |      |    3 |
| 2.其他法律行政法规禁止公开       |      5 |    1 |    0 |    0 |    0 |    0 |    6 |
| （七）总计                       |     31 |    2 |    0 |    0 |    1 |    0 |   34 |
| 四、结转下年度继续办理           |     10 |    0 |    0 |    0 |    0 |    0 |   10 |
+----------------------------------+--------+------+------+------+------+------+------+
";
    read(table, &[]);
    let boxes: String = table
        .chars()
        .map(|c| match c {
            '|' => '│',
            '+' => '┼',
            '-' => '─',
            c => c,
        })
        .collect();
    read(&boxes, &[]);
}

/// A figure that is wrapped in its cell may be two.
#[test]
fn wrapped_figures_are_not_given() {
    let wrapped = PLUSES.replacen("| 34   |\n|                 | 计       |            |      |      |      |      |      |      |      |",
        "| 3    |\n|                 | 计       |            |      |      |      |      |      |      | 4    |", 1);
    assert_ne!(wrapped, PLUSES);
    read(&wrapped, &["total"]);
}

#[test]
fn plain_pipes_and_org_tables_are_as_they_were() {
    let rows = "| 一、本年新收政府信息公开申请数量 | 41 | 2 | 0 | 0 | 1 | 0 | 44 |\n| （一）予以公开 | 23 | 1 | 0 | 0 | 1 | 0 | 25 |\n";
    for (rule, layout) in [("", Layout::PipeRows), ("|---+---+---+---+---+---+---+---|\n", Layout::Markdown)]
    {
        let (first, rest) = rows.split_once('\n').unwrap();
        let parsed = parse(&format!("{first}\n{rule}{rest}"));
        assert_eq!(parsed.report.source(TableKind::Requests).unwrap().layout, layout);
        assert_eq!(row(&parsed, "granted"), "23 1 0 0 1 0 25");
    }
}
