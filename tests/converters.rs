//! Tables as converters of Word, web pages and PDF leave them: what stands in the wrong place, and what is written otherwise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]

mod shown;

use gongkai::{Parsed, narrative, parse_report};
use shown::{disputes, row, shown};

/// A table of requests with these lines.
fn requests(lines: &[&str]) -> Parsed {
    parse_report(&format!("三、收到和处理政府信息公开申请情况\n{}\n", lines.join("\n"))).unwrap()
}

fn proactive(parsed: &Parsed, paths: &[&str]) -> String {
    paths.iter().map(|path| shown(parsed, &format!("proactive.{path}"))).collect::<Vec<_>>().join(" ")
}

/// Browsers that print to PDF write ⾏ where the page has 行.
#[test]
fn radicals_are_read_as_characters() {
    let text = "⻘桥县⼈⺠政府2022年政府信息公开⼯作年度报告\n⼀、总体情况\n全年⽆⾏政复议。\n⼆、主动公开政府信息情况\n\
        第⼆⼗条第（六）项 信息内容 本年处理决定数量\n⾏政处罚 21\n⾏政强制 3\n三、收到和处理政府信息公开申请情况\n\
        5.要求⾏政机关确认或重新出具已获取信息 2 0 0 0 0 0 2\n";
    let parsed = parse_report(text).unwrap();
    let paths = ["administrative_penalty.decisions", "administrative_compulsion.decisions"];
    assert_eq!(proactive(&parsed, &paths), "21 3");
    assert_eq!(row(&parsed, "not_processed.reconfirmation"), "2 0 0 0 0 0 2");
    assert_eq!(parsed.report.agency.as_ref().unwrap().name, "青桥县人民政府");
    // Every place is one in the text given.
    let title = parsed.report.title.as_ref().unwrap();
    assert!(title.span.slice(text).unwrap().starts_with("⻘桥县⼈⺠政府"));
    assert_eq!(narrative::claims(text, &parsed.report).iter().count(), 1);
}

/// The columns of a Markdown table may be one character wide, and its rule with them.
#[test]
fn a_rule_of_markdown_is_no_row_of_marks() {
    let outcomes = "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 ".repeat(3);
    let parsed = parse_report(&format!(
        "四、政府信息公开行政复议、行政诉讼情况\n\n\
        | 行政复议 | 行政诉讼 |      |      |    |      |      |      |      |    |   |   |   |   |   |\n\
        | ---- | ---- | ---- | ---- | -- | ---- | ---- | ---- | ---- | -- | - | - | - | - | - |\n\
        {outcomes}|\n\
        | 1    | 0    | 0    | 2    | 3  | 0    | 0    | 0    | 0    | 0  | 4 | 0 | 0 | 0 | 4 |\n"
    ));
    assert_eq!(disputes(&parsed.unwrap()), "1 0 0 2 3 0 0 0 0 0 4 0 0 0 4");
}

/// The source of a page whose tags are stripped: tabs are its indent.
#[test]
fn indented_cells_are_no_rows_of_blanks() {
    let row = |cells: &[&str]| -> String {
        let cells = cells.iter().map(|cell| format!("\t\t\n\t\t\t{cell}\n\t\t\n"));
        cells.collect::<String>() + "\t\n"
    };
    let parsed = parse_report(&format!(
        "二、主动公开政府信息情况\n\n\t\n{}{}{}{}{}{}{}",
        row(&["第二十条第（一）项"]),
        row(&["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]),
        row(&["规章", "0", "0", "3"]),
        row(&["行政规范性文件", "12", "4", "31"]),
        row(&["第二十条第（五）项"]),
        row(&["信息内容", "本年处理决定数量"]),
        row(&["行政许可", "77"]),
    ))
    .unwrap();
    let columns = ["issued", "repealed", "in_force"];
    let of = |row: &str| columns.map(|column| shown(&parsed, &format!("proactive.{row}.{column}"))).join(" ");
    assert_eq!(of("regulations"), "0 0 3");
    assert_eq!(of("normative_documents"), "12 4 31");
    assert_eq!(proactive(&parsed, &["administrative_licensing.decisions"]), "77");
}

/// Word parts the number of a label from its words, and so do the tags of its pages.
#[test]
fn a_number_with_its_point_on_a_line_of_its_own_is_no_figure() {
    let parsed = requests(&[
        "（三）不予公开",
        "1.",
        "属于国家秘密",
        "78",
        "11",
        "2",
        "3",
        "94",
        "2.",
        "其他法律行政法规禁止公开",
        "59",
        "8",
        "1",
        "3",
        "71",
        "3.",
        "危及“三安全一稳定”",
        "4",
        "0",
        "0",
        "0",
        "0",
        "0",
        "4",
    ]);
    assert_eq!(row(&parsed, "denied.state_secret").split(' ').next_back(), Some("94?"));
    assert_eq!(row(&parsed, "denied.safety_and_stability"), "4 0 0 0 0 0 4");
}

/// Rows of which the label is broken in its cell: the point of its number stands on the line of the figures.
#[test]
fn a_point_below_a_label_begins_no_other() {
    let parsed = requests(&[
        "二 上年结转政府信息公开申请数量",
        "、 |  |  | 3 | 0 | 0 | 0 | 0 | 0 | 3",
        " | （三）不予公开 | 1属于国家秘密",
        ". | 1 | 0 | 0 | 0 | 0 | 0 | 1",
        " |  | 2其他法律行政法规禁止公开",
        ". | 0 | 0 | 0 | 0 | 0 | 0 | 0",
        " |  | 3危及“三安全一稳定”",
        ". | 2 | 0 | 0 | 0 | 0 | 0 | 2",
        " |  | 4保护第三方合法权益",
        ". | 6 | 0 | 0 | 0 | 0 | 0 | 6",
    ]);
    assert_eq!(row(&parsed, "denied.state_secret"), "1 0 0 0 0 0 1");
    assert_eq!(row(&parsed, "denied.prohibited_by_law"), "0 0 0 0 0 0 0");
    assert_eq!(row(&parsed, "denied.safety_and_stability"), "2 0 0 0 0 0 2");
    assert_eq!(row(&parsed, "denied.third_party_rights"), "6 0 0 0 0 0 6");
}

/// Columns too narrow for their figures: the lines of a cell are no rows, though most cells cannot be read.
#[test]
fn lines_between_rules_are_no_rows() {
    let rule = "+---------------------+----+----+----+----+----+----+----+\n";
    let mut text = format!("三、收到和处理政府信息公开申请情况\n\n{rule}");
    for label in [
        "1.属于国家秘密      ",
        "2.其他法律禁止公开  ",
        "4.保护合法权益      ",
        "5.内部事务信息      ",
        "6.属于四类过程性信息",
        "7.属于行政执法案卷  ",
        "8.属于行政查询事项  ",
        "2.重复申请          ",
    ] {
        text += &format!(
            "|                     | 5  | 85 | 16 |    |    | 23 | 7  |\n| {label}| 93 |    |    |    |    |    | 17 |\n{rule}"
        );
    }
    text += &format!("| 3.危及三安全一稳定  | 78 | 11 | 2  |    |    | 3  | 94 |\n{rule}");
    let parsed = parse_report(&text).unwrap();
    assert_eq!(row(&parsed, "denied.safety_and_stability"), "78 11 2 _ _ 3 94");
    assert_eq!(row(&parsed, "denied.process_information"), "x x x x x x x");
    assert_eq!(row(&parsed, "denied.administrative_inquiry"), "x x x x x x x");
}

/// Cells of a page found by its white space: where a column was lost, blanks in front of the figures are perhaps residue.
#[test]
fn blanks_that_may_be_residue_are_no_columns() {
    let parsed = requests(&[
        "|  |  |  | 5.属于三类内部事务信息 |  |  |  | 925 | 133 | 20 |  | 47 | 1125 |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        "|  |  |  | 6.属于四类过程性信息 |  |  |  | 593 | 85 | 16 |  | 23 | 717 |",
        "|  |  |  | 7.属于行政执法案卷 |  |  |  | 27 | 3 |  |  | 1 | 31 |",
    ]);
    assert_eq!(row(&parsed, "denied.internal_affairs"), "* * * * * * *");
    assert_eq!(row(&parsed, "denied.enforcement_files"), "* * * * * * *");
}

/// The same where the grid of another page tells nothing: it has other columns.
#[test]
fn each_page_of_a_table_has_its_own_grid() {
    let parsed = requests(&[
        "| 一、本年新收政府信息公开申请数量 |  |  | 9 | 1 | 1 | 0 | 0 | 2 | 13 |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        "| 三、本年度办理结果 | （一）予以公开 |  | 2 | 1 | 0 | 0 | 0 | 1 | 4 |",
        "|  | （三）不予公开 | 1.属于国家秘密 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |",
        "",
        "|  |  | 4.保护第三方合法权益 |  |  | 5 | 2 | 0 |  |  | 7 |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        "|  |  | 5.属于三类内部事务信息 |  |  | 3 | 1 | 0 |  |  | 4 |",
    ]);
    assert_eq!(row(&parsed, "denied.state_secret"), "1 0 0 0 0 0 1");
    assert_eq!(row(&parsed, "denied.third_party_rights"), "* * * * * * *");
}

/// Two figures in one cell: as many cells and figures as columns are a coincidence where blanks are among them.
#[test]
fn a_cell_of_two_figures_among_blanks_is_in_doubt() {
    let parsed = requests(&[
        "|  |  | 4.保护第三方合法权益 |  | 137 | 19 3 |  | 5 | 164 |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        "|  |  | 8.属于行政查询事项 |  | 61 | 8 1 |  | 4 | 74 |",
    ]);
    assert_eq!(row(&parsed, "denied.third_party_rights"), "* * * * * * *");
    assert_eq!(row(&parsed, "denied.administrative_inquiry"), "* * * * * * *");
}
