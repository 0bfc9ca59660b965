//! The three tables as logical lines, before any layout.

use super::damage::Damages;
use super::form::{self, Depth};
use super::labels::Labels;
use super::marks::Marks;
use super::notation::Printed;
use super::truth::{Truth, clauses};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Proactive,
    Requests,
    Disputes,
}

/// A row with figures.
#[derive(Clone)]
pub struct Body {
    /// Path without the column; empty for rows that the form does not have.
    pub key: String,
    pub label: String,
    pub depth: Depth,
    /// Under 三、本年度办理结果.
    pub results: bool,
    pub group: Option<String>,
    /// Marked texts of the cells.
    pub figures: Vec<String>,
    pub printed: Vec<Printed>,
    pub paths: Vec<String>,
}

#[derive(Clone)]
pub enum Line {
    /// 第二十条第（一）项
    Clause(String),
    /// Cells of a head row: text, columns, rows. Empty places are left by the rows above.
    Head(Vec<Name>),
    Body(Body),
    /// A row of one cell.
    Wide(String),
}

/// A header cell.
#[derive(Clone)]
pub struct Name {
    pub text: String,
    pub column: usize,
    pub colspan: usize,
    pub rowspan: usize,
}

pub struct Table {
    pub kind: Kind,
    /// Columns before the figures.
    pub label_columns: usize,
    pub columns: usize,
    /// Lines, each with whether a page ends before it.
    pub lines: Vec<(Line, bool)>,
    pub results: String,
    /// A superfluous subtotal column.
    pub subtotal: bool,
}

fn name(text: impl Into<String>, column: usize, colspan: usize, rowspan: usize) -> Name {
    Name { text: text.into(), column, colspan, rowspan }
}

/// A row whose figures are all facts.
pub fn body(truth: &Truth, marks: &mut Marks, key: &str, label: String, columns: &[&str]) -> Body {
    let mut row = Body {
        key: key.to_owned(),
        label,
        depth: Depth::Top,
        results: false,
        group: None,
        figures: vec![],
        printed: vec![],
        paths: vec![],
    };
    for column in columns {
        let path = format!("{key}.{column}");
        let printed = &truth.cells[&path];
        row.figures.push(marks.wrap(&path, printed).1);
        row.printed.push(printed.clone());
        row.paths.push(path);
    }
    row
}

pub fn proactive(truth: &Truth, labels: &Labels, damages: &Damages, marks: &mut Marks) -> Table {
    let mut lines = vec![];
    let cut = damages.has("header_cut", 5.0);
    for clause in clauses(truth.edition_2021[0]) {
        lines.push(Line::Clause(labels.print(&format!("第二十条第（{}）项", clause.number))));
        let mut head = vec![name(labels.print("信息内容"), 0, 1, 1)];
        let count = clause.items[0].columns.len();
        for (at, measure) in clause.items[0].columns.iter().enumerate() {
            let mut text = labels.print(measure.header);
            if cut && measure.header.starts_with("本年新") {
                text = "本年新".into();
            }
            if clause.number == "九" && damages.has("wrong_header", 3.0) {
                text = labels.print(["上一年项目数量", "本年增/减"][at]);
            } else if measure.path == "amount" {
                if let Some(unit) = truth.header_unit {
                    text.push_str(&labels.print(&format!("（单位：{unit}）")));
                }
            }
            let colspan = if at + 1 == count { 4 - count } else { 1 };
            head.push(name(text, at + 1, colspan, 1));
        }
        lines.push(Line::Head(head));
        for item in clause.items {
            let columns: Vec<&str> = item.columns.iter().map(|measure| measure.path).collect();
            let key = format!("proactive.{}", item.path);
            lines.push(Line::Body(body(truth, marks, &key, labels.print(item.label), &columns)));
        }
    }
    table(Kind::Proactive, 1, 3, lines, String::new())
}

pub fn requests(truth: &Truth, labels: &Labels, damages: &Damages, marks: &mut Marks) -> Table {
    let mut lines = vec![Line::Head(vec![
        name(labels.print(form::NOTE), 0, 3, 3),
        name(labels.print("申请人情况"), 3, 7, 1),
    ])];
    let names: Vec<String> = form::APPLICANT_NAMES.iter().map(|name| labels.print(name)).collect();
    let mut second = vec![
        name(&names[0], 3, 1, 2),
        name(labels.print("法人或其他组织"), 4, 5, 1),
        name(&names[6], 9, 1, 2),
    ];
    if damages.has("natural_missing", 3.0) {
        second.remove(0);
    }
    lines.push(Line::Head(second));
    lines.push(Line::Head((1..6).map(|at| name(&names[at], at + 3, 1, 1)).collect()));
    let mut group = None;
    for row in form::requests(truth.edition_2021[1]) {
        let key = format!("requests.{}", row.path);
        let mut line = body(truth, marks, &key, labels.print(row.label), &form::APPLICANTS);
        if let Some(text) = row.group {
            group = Some(labels.print(text));
        }
        line.depth = row.depth;
        line.results = row.depth != Depth::Top;
        line.group = if row.depth == Depth::Item { group.clone() } else { None };
        lines.push(Line::Body(line));
    }
    table(Kind::Requests, 3, 7, lines, labels.print(form::RESULTS))
}

pub fn disputes(truth: &Truth, labels: &Labels, marks: &mut Marks) -> Table {
    let mut lines = vec![Line::Head(vec![
        name(labels.print("行政复议"), 0, 5, 1),
        name(labels.print("行政诉讼"), 5, 10, 1),
    ])];
    let names: Vec<String> = form::OUTCOME_NAMES.iter().map(|name| labels.print(name)).collect();
    let mut second: Vec<Name> = (0..5).map(|at| name(&names[at], at, 1, 2)).collect();
    second.push(name(labels.print("未经复议直接起诉"), 5, 5, 1));
    second.push(name(labels.print("复议后起诉"), 10, 5, 1));
    lines.push(Line::Head(second));
    lines.push(Line::Head((5..15).map(|at| name(&names[at % 5], at, 1, 1)).collect()));
    let mut row = body(truth, marks, "disputes.reconsideration", String::new(), &form::OUTCOMES);
    for group in &form::GROUPS[1..] {
        let more = body(truth, marks, &format!("disputes.{group}"), String::new(), &form::OUTCOMES);
        row.figures.extend(more.figures);
        row.printed.extend(more.printed);
        row.paths.extend(more.paths);
    }
    row.key = "disputes".into();
    lines.push(Line::Body(row));
    table(Kind::Disputes, 0, 15, lines, String::new())
}

fn table(kind: Kind, label_columns: usize, columns: usize, lines: Vec<Line>, results: String) -> Table {
    let lines = lines.into_iter().map(|line| (line, false)).collect();
    Table { kind, label_columns, columns, lines, results, subtotal: false }
}

impl Table {
    pub fn width(&self) -> usize {
        self.label_columns + self.columns
    }

    pub fn bodies(&self) -> impl Iterator<Item = &Body> {
        self.lines.iter().filter_map(|(line, _)| match line {
            Line::Body(body) => Some(body),
            _ => None,
        })
    }
}
