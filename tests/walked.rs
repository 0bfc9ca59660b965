//! Tables whose cells a program walked through: what it wrote between them, at the ends of rows and around the table
//! is no cell, and a cell that it left out is not made up.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

mod shown;

use gongkai::{Parsed, parse_report};
use shown::{disputes, row};

const HEAD: &str = "雾岭县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n";
const TAIL: &str = "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n无。\n";
const BEHIND: &str = "五、存在的主要问题及改进情况\n无。\n";

/// Labels with their figures, `_` for a blank cell, and the labels before them on a true grid.
const ROWS: [(&str, &str); 8] = [
    ("一、本年新收政府信息公开申请数量 _ _", "11 2 0 1 3 0 17"),
    ("二、上年结转政府信息公开申请数量 _ _", "1 0 0 0 0 0 1"),
    ("三、本年度办理结果 （一）予以公开 _", "7 1 0 0 3 0 11"),
    ("_ （二）部分公开 _", "2 0 0 1 0 0 3"),
    ("_ （三）不予公开 1.属于国家秘密", "1 0 0 0 0 0 1"),
    ("_ _ 2.其他法律行政法规禁止公开", "0 1 0 0 0 0 1"),
    ("_ （七）总计 _", "10 2 0 1 3 0 16"),
    ("四、结转下年度继续办理 _ _", "2 0 0 0 0 0 2"),
];

/// The heads on the same grid.
const HEADS: [&str; 3] = [
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） _ _ 申请人情况 _ _ _ _ _ _",
    "_ _ _ 自然人 法人或其他组织 _ _ _ _ 总计",
    "_ _ _ _ 商业企业 科研机构 社会公益组织 法律服务机构 其他 _",
];

const PATHS: [&str; 8] = [
    "received",
    "carried_over",
    "granted",
    "partially_granted",
    "denied.state_secret",
    "denied.prohibited_by_law",
    "total",
    "carried_forward",
];

/// The cells of the table, as a program has them.
fn cells() -> Vec<Vec<String>> {
    let split = |row: String| row.split(' ').map(|cell| cell.replace('_', "")).collect();
    let heads = HEADS.map(str::to_owned);
    let rows = ROWS.map(|(labels, figures)| format!("{labels} {figures}"));
    heads.into_iter().chain(rows).map(split).collect()
}

fn parse(text: &str) -> Parsed {
    parse_report(text).unwrap_or_else(|error| panic!("{error}:\n{text}"))
}

/// Every row of the table is read as printed.
#[track_caller]
fn all_rows(text: &str) {
    let parsed = parse(text);
    for (path, (_, figures)) in PATHS.iter().zip(ROWS) {
        assert_eq!(row(&parsed, path), figures, "{path}\n{text}");
    }
}

/// The table with each row written by a program, between the lines around it.
fn table(row: impl FnMut(&Vec<String>) -> String) -> String {
    let rows: Vec<String> = cells().iter().map(row).collect();
    format!("{HEAD}{}\n{TAIL}", rows.join("\n"))
}

/// Strings of a page between which a program writes tabs, those of white space between its tags as well.
fn strings(cells: &[Vec<String>]) -> String {
    let mut strings = vec!["\n".to_owned()];
    for row in cells {
        for cell in row.iter().filter(|cell| !cell.is_empty()) {
            strings.extend([cell.clone(), "\n".to_owned()]);
        }
        strings.extend(["\n".to_owned(), "\n".to_owned()]);
    }
    strings.join("\t")
}

#[test]
fn cells_between_tabs_on_lines_of_their_own() {
    all_rows(&format!("{HEAD}{}{TAIL}", strings(&cells())));
    // Blank totals leave lines, as the tags around them do: nothing is made of those.
    let mut blank = cells();
    for row in blank.iter_mut().skip(HEADS.len()) {
        row.pop();
    }
    let parsed = parse(&format!("{HEAD}{}{TAIL}", strings(&blank)));
    for (path, (_, figures)) in PATHS.iter().zip(ROWS) {
        for (read, printed) in row(&parsed, path).split(' ').zip(figures.split(' ')) {
            assert!(
                read == "*" || read.trim_end_matches(['?', '!']) == printed || read == "_" && printed != "0",
                "{path}: {read}"
            );
        }
    }
}

#[test]
fn figures_below_their_label_are_its_own() {
    // A tab behind each cell, and a line for each.
    let text = table(|row| {
        row.iter()
            .filter(|cell| !cell.is_empty())
            .map(|cell| format!("{cell}\t"))
            .collect::<Vec<_>>()
            .join("\n")
    });
    let parsed = parse(&text);
    for path in PATHS {
        assert!(!row(&parsed, path).contains('_'), "{path}: {}", row(&parsed, path));
    }
}

#[test]
fn tabs_around_all_rows() {
    all_rows(&table(|row| row.join("\t") + "\t"));
    all_rows(&table(|row| format!("\t{}\t", row.join("\t"))));
    // A page whose blank cells leave nothing between its strings: the last tab is no blank total.
    let text =
        table(|row| row.iter().filter(|cell| !cell.is_empty()).map(|cell| format!("{cell}\t")).collect());
    let text = text.replace("7\t1\t0\t0\t3\t0\t11\t", "7\t1\t0\t3\t0\t11\t");
    let granted = row(&parse(&text), "granted");
    assert!(!granted.ends_with('_'), "{granted}");
    all_but(&text, "granted");
}

/// Every row but one is read as printed.
#[track_caller]
fn all_but(text: &str, other: &str) {
    let parsed = parse(text);
    for (path, (_, figures)) in PATHS.iter().zip(ROWS).filter(|(path, _)| **path != other) {
        assert_eq!(row(&parsed, path), figures, "{path}\n{text}");
    }
}

#[test]
fn rows_whose_blank_ends_were_cut_off() {
    let text = table(|row| {
        let mut row = row.clone();
        if row.last().is_some_and(|last| last.parse::<u32>().is_ok()) {
            row.pop();
        }
        row.join("\t").trim_end().to_owned()
    });
    let parsed = parse(&text);
    for (path, (_, figures)) in PATHS.iter().zip(ROWS) {
        let (parts, _) = figures.rsplit_once(' ').unwrap();
        assert_eq!(row(&parsed, path).replace('?', ""), format!("{parts} _"), "{path}");
    }
}

#[test]
fn a_row_cut_short_among_whole_ones_lacks_any_cell() {
    let text = table(|row| row.join("\t")).replace("\t2\t0\t0\t1\t0\t0\t3", "\t2\t0\t0\t1\t0\t3");
    let partially = row(&parse(&text), "partially_granted");
    assert!(!partially.starts_with("_ 2") && !partially.ends_with("3 _"), "{partially}");
}

#[test]
fn remarks_behind_the_totals() {
    let remark = |at: usize| if at % 2 == 0 { "无" } else { "" };
    let with_remarks = |headed: bool| {
        let mut at = 0;
        table(|row| {
            at += 1;
            let last = if at == 1 && headed { "备注" } else { remark(at) };
            let last = if at <= HEADS.len() && last != "备注" { "" } else { last };
            // Parts of nothing are blank.
            format!("{}\t{last}", row.join("\t")).replace("\t0\t0\t0\t0\t0\t", "\t\t0\t\t0\t0\t")
        })
    };
    for headed in [true, false] {
        let parsed = parse(&with_remarks(headed));
        assert_eq!(row(&parsed, "carried_over"), "1 _ 0 _ 0 0 1", "{headed}");
        assert_eq!(row(&parsed, "carried_forward"), "2 _ 0 _ 0 0 2", "{headed}");
        assert_eq!(row(&parsed, "granted"), "7 1 0 0 3 0 11", "{headed}");
        assert_eq!(row(&parsed, "total"), "10 2 0 1 3 0 16", "{headed}");
    }
    // Where blanks leave no trace, a row without one of them has no cell for certain that others have.
    let lines = with_remarks(true)
        .replace('\t', "\n")
        .lines()
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n");
    let parsed = parse(&lines);
    assert!(!row(&parsed, "carried_forward").contains('/'), "{}", row(&parsed, "carried_forward"));
}

#[test]
fn remarks_before_the_blanks_that_fill_rows_up() {
    let mut at = 0;
    let text = table(|row| {
        at += 1;
        let last = if at == 1 { "备注" } else { ["", "见第3页", "同一申请人"][at % 3] };
        // A row that begins with a blank has as many cells up to its remark as others up to their totals.
        let row = row.join("\t").replace("\t1\t0\t0\t0\t0\t0\t1", "\t\t1\t\t\t\t\t1");
        let row = row + "\t" + if at <= HEADS.len() && at > 1 { "" } else { last };
        let cells = row.split('\t').count();
        row + &"\t".repeat(13 - cells)
    });
    let parsed = parse(&text);
    assert_eq!(row(&parsed, "carried_over"), "_ 1 _ _ _ _ 1", "{text}");
    assert_eq!(row(&parsed, "granted"), "7 1 0 0 3 0 11");
    assert_eq!(row(&parsed, "total"), "10 2 0 1 3 0 16");
}

#[test]
fn wiki_tables_are_a_grid() {
    // All totals are blank.
    let text = table(|row| {
        let mut row = row.clone();
        if let Some(last) = row.last_mut().filter(|last| last.parse::<u32>().is_ok()) {
            last.clear();
        }
        row.iter().map(|cell| format!("| {cell}\n")).collect::<String>() + "|-"
    });
    let parsed = parse(&text.replacen("\n| （本", "\n{|\n| （本", 1));
    for (path, (_, figures)) in PATHS.iter().zip(ROWS) {
        let (parts, _) = figures.rsplit_once(' ').unwrap();
        assert_eq!(row(&parsed, path).replace('?', ""), format!("{parts} _"), "{path}");
    }
}

const OUTCOMES: &str = "结果维持 结果纠正 其他结果 尚未审结 总计";

/// The table of disputes with its heads and its row, cells between tabs as `line` writes them.
fn dispute_table(row: &str, line: impl Fn(&str) -> String) -> String {
    let heads = [
        "行政复议 _ _ _ _ 行政诉讼 _ _ _ _ _ _ _ _ _".to_owned(),
        format!("{OUTCOMES} 未经复议直接起诉 _ _ _ _ 复议后起诉 _ _ _ _"),
        format!("_ _ _ _ _ {OUTCOMES} {OUTCOMES}"),
    ];
    let rows: Vec<String> =
        heads.iter().map(String::as_str).chain([row]).map(|row| line(&row.replace('_', ""))).collect();
    format!(
        "雾岭县2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n{}\n{BEHIND}",
        rows.join("\n")
    )
}

#[test]
fn the_number_of_the_row_of_disputes() {
    let tabs = |row: &str| row.replace(' ', "\t");
    let row = "1 _ 0 _ 1 0 2 _ 0 2 4 _ 0 0 _";
    let numbered =
        |line: &str| if line.starts_with("1\t\t") { format!("3\t{line}") } else { format!("\t{line}") };
    assert_eq!(disputes(&parse(&dispute_table(row, |line| numbered(&tabs(line))))), row);
    // A cell too many where the heads have none before them.
    let text = dispute_table("0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 1", tabs);
    assert!(disputes(&parse(&text)).contains('*'));
}

#[test]
fn a_first_cell_of_disputes_that_is_lost() {
    // Cells begin with a tab on their line, but the first, which is blank; a tab ends the row.
    let text = dispute_table("_ 2 _ _ 2 _ _ _ 4 4 3 1 _ _ 4", |row| row.replace(' ', "\n\t") + "\n\t");
    let read = disputes(&parse(&text));
    assert!(!read.starts_with("2 _"), "{read}");
}

#[test]
fn a_figure_between_separators_is_not_two() {
    // All three totals are blank, and leave no trace.
    let text = format!(
        "雾岭县2022年政府信息公开工作年度报告|一、总体情况|全年平稳。|四、政府信息公开行政复议、行政诉讼情况|行政复议|行政诉讼|{0}|未经复议直接起诉|复议后起诉|\
         {0}|{0}|0|26|0|13|0|0|0|0|11|0|0|0|{1}",
        OUTCOMES.replace(' ', "|"),
        BEHIND.replace('\n', "|")
    );
    let read = disputes(&parse(&text));
    assert!(!read.contains(" 1! 1!") && !read.contains("13! 0!"), "{read}");
}

/// A page whose tags are escaped, in a text or a string of a program.
#[cfg(feature = "html")]
#[test]
fn a_page_within_a_text() {
    let row = |row: &Vec<String>| {
        row.iter().map(|cell| format!("<td align=\"center\">{cell}</td>")).collect::<String>()
    };
    let rows: String = cells().iter().map(|cells| format!("<tr>{}</tr>\n", row(cells))).collect();
    let page = format!(
        "<div><p>{}</p>\n<table>{rows}</table>\n<p>{BEHIND}</p></div>",
        HEAD.trim_end().replace('\n', "</p>\n<p>")
    );
    all_rows(&page);
    all_rows(&page.replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;"));
    let string = page.replace('"', "\\\"").replace('\n', "\\n");
    all_rows(&format!("{{\"content\":\"{}\"}}", string.replace("</", "<\\/")));
    all_rows(&format!("{{\"content\":\"{}\"}}", string.replace('<', "\\u003c").replace('>', "\\u003e")));
    let parsed = parse(&page.replace('<', "&lt;").replace('>', "&gt;"));
    let span = shown::fact(&parsed, "requests.received.total").span().unwrap();
    assert_eq!(span.slice(&page.replace('<', "&lt;").replace('>', "&gt;")), Some("17"));
}
