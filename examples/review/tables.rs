//! The three tables as the form prints them.

use gongkai::{
    Column, Edition, FactPath, Group, Item, Measure, Outcome, Report, ResultGroup, Row, TableKind,
};

use crate::cells::Cells;
use crate::html::escape;

/// 二: a head for each clause, up to three figures a row.
pub(crate) fn proactive(report: &Report, cells: &Cells<'_>) -> String {
    let edition = report.proactive.edition;
    let mut table = String::from("<table class=\"proactive\">\n");
    let mut clause = "";
    for (number, &item) in Item::ALL.iter().enumerate() {
        let measures = item.measures(edition);
        if measures.is_empty() {
            continue;
        }
        if item.clause() != clause {
            clause = item.clause();
            table += &format!("<tr><th colspan=\"4\">{clause}</th></tr>\n<tr><th>信息内容</th>");
            for (place, &measure) in measures.iter().enumerate() {
                table +=
                    &format!("<th{}>{}</th>", span(fill(place, measures.len())), header(edition, measure));
            }
            table += "</tr>\n";
        }
        table += &format!("<tr><th>{}</th>", label(edition, item));
        for (place, &measure) in measures.iter().enumerate() {
            table +=
                &cells.of(FactPath::Proactive(item, measure), number, place, fill(place, measures.len()));
        }
        table += "</tr>\n";
    }
    table + "</table>\n"
}

/// The last of fewer than three columns takes the rest of the width.
const fn fill(place: usize, columns: usize) -> usize {
    if place + 1 == columns { 4 - columns } else { 1 }
}

fn span(columns: usize) -> String {
    if columns > 1 { format!(" colspan=\"{columns}\"") } else { String::new() }
}

const fn label(edition: Edition, item: Item) -> &'static str {
    match (edition, item) {
        (Edition::E2021, Item::NormativeDocuments) => "行政规范性文件",
        _ => item.label(),
    }
}

const fn header(edition: Edition, measure: Measure) -> &'static str {
    match (edition, measure) {
        (Edition::E2019, Measure::Amount) => "采购总金额",
        (Edition::E2021, Measure::Amount) => "本年收费金额（单位：万元）",
        (Edition::E2021, Measure::Decisions) => "本年处理决定数量",
        _ => measure.label(),
    }
}

/// 三: three columns of labels, seven of figures.
pub(crate) fn requests(report: &Report, cells: &Cells<'_>) -> String {
    let edition = report.requests.edition;
    let results = Row::of(edition).filter(|row| row.group().is_some()).count();
    let mut table = String::from(
        "<table class=\"requests\">\n<tr><th colspan=\"3\" rowspan=\"3\">（本列数据的勾稽关系为：第一项加第二项之和，\
         等于第三项加第四项之和）</th><th colspan=\"7\">申请人情况</th></tr>\n<tr><th rowspan=\"2\">自然人</th>\
         <th colspan=\"5\">法人或其他组织</th><th rowspan=\"2\">总计</th></tr>\n<tr>",
    );
    let organisations = Column::ALL.iter().filter(|c| !matches!(c, Column::NaturalPerson | Column::Total));
    table += &organisations.map(|column| format!("<th>{}</th>", column.label())).collect::<String>();
    table += "</tr>\n";
    let mut group: Option<ResultGroup> = None;
    for (number, row) in Row::of(edition).enumerate() {
        table += "<tr>";
        if row == Row::Granted {
            table += &format!("<th rowspan=\"{}\">三、本年度办理结果</th>", results + 1);
        }
        table += &match row.group() {
            None if row == Row::Total => format!("<th colspan=\"2\">{}</th>", row.label()),
            None => format!("<th colspan=\"3\">{}</th>", row.label()),
            Some(of) => {
                let rows = Row::of(edition).filter(|other| other.group() == Some(of)).count();
                let head = match (rows, group == Some(of)) {
                    (1, _) => format!("<th colspan=\"2\">{}</th>", row.label()),
                    (_, true) => String::new(),
                    (_, false) => format!("<th rowspan=\"{rows}\">{}</th>", of.label()),
                };
                group = Some(of);
                if rows == 1 { head } else { format!("{head}<th>{}</th>", row.label()) }
            }
        };
        for (place, &column) in Column::ALL.iter().enumerate() {
            table += &cells.of(FactPath::Requests(row, column), number, place, 1);
        }
        table += "</tr>\n";
    }
    table + "</table>\n"
}

/// 四: one row of fifteen figures.
pub(crate) fn disputes(cells: &Cells<'_>) -> String {
    let names = |rowspan: &str| {
        let name = |outcome: &Outcome| format!("<th{rowspan}>{}</th>", outcome.label());
        Outcome::ALL.iter().map(name).collect::<String>()
    };
    let figures = Group::ALL
        .iter()
        .flat_map(|&group| Outcome::ALL.iter().map(move |&outcome| FactPath::Disputes(group, outcome)));
    let figures = figures.enumerate().map(|(place, path)| cells.of(path, 0, place, 1)).collect::<String>();
    format!(
        "<table class=\"disputes\">\n<tr><th colspan=\"5\">行政复议</th><th colspan=\"10\">行政诉讼</th></tr>\n<tr>{}\
         <th colspan=\"5\">未经复议直接起诉</th><th colspan=\"5\">复议后起诉</th></tr>\n<tr>{}{}</tr>\n<tr>{figures}</tr>\n\
         </table>\n",
        names(" rowspan=\"2\""),
        names(""),
        names(""),
    )
}

/// The rows that the form does not have.
pub(crate) fn additional(report: &Report, table: TableKind, cells: &Cells<'_>) -> String {
    let rows = match table {
        TableKind::Proactive => &report.proactive.additional,
        TableKind::Requests => &report.requests.additional,
        TableKind::Disputes => &report.disputes.additional,
    };
    if rows.is_empty() {
        return String::new();
    }
    let mut html = String::from("<table class=\"additional\"><caption>格式以外的行</caption>\n");
    for row in rows {
        let cells = row.cells.iter().map(|&cell| cells.additional(cell, &row.label)).collect::<String>();
        html += &format!("<tr><th>{}</th>{cells}</tr>\n", escape(&row.label));
    }
    html + "</table>\n"
}
