//! Damages to the rows of a table: lost, repeated, out of order, superfluous, cut off.

use super::damage::Damages;
use super::form::Depth;
use super::labels::Labels;
use super::marks::Marks;
use super::notation::{Expect, Printed};
use super::table::{Body, Kind, Line, Name, Table};

pub fn damage(table: &mut Table, damages: &Damages, labels: &Labels, marks: &mut Marks) {
    let tag = format!("{:?}", table.kind).to_lowercase();
    let name = |damage: &str| format!("{damage}_{tag}");
    if table.kind == Kind::Proactive {
        extra_rows(table, damages, labels, marks);
    }
    let bodies: Vec<usize> =
        (0..table.lines.len()).filter(|at| matches!(table.lines[*at].0, Line::Body(_))).collect();
    if table.kind != Kind::Disputes && bodies.len() > 4 {
        if damages.has(&name("row_lost"), 6.0) {
            let at = bodies[damages.rng(&name("row_lost")).below(bodies.len())];
            table.lines.remove(at);
        } else if damages.has(&name("row_repeated"), 4.0) {
            let at = bodies[damages.rng(&name("row_repeated")).below(bodies.len())];
            repeat(table, at, damages.rng(&name("row_repeated")).chance(50.0), marks);
        } else if damages.has(&name("rows_swapped"), 4.0) {
            swap(table, damages.rng(&name("rows_swapped")).below(bodies.len() - 1));
        }
    }
    if table.kind == Kind::Requests && damages.has("subtotal_column", 4.0) {
        subtotal(table, labels);
    }
    if table.kind == Kind::Requests && damages.has("page_break_requests", 25.0) {
        page_break(table, damages);
    }
    if table.kind == Kind::Proactive && damages.has("page_break_proactive", 10.0) {
        let at = 1 + damages.rng("page_break_proactive").below(table.lines.len() - 1);
        table.lines[at].1 = true;
    }
    if table.kind != Kind::Disputes && damages.has(&name("table_truncated"), 4.0) {
        let keep = 1 + damages.rng(&name("table_truncated")).below(table.lines.len() - 1);
        table.lines.truncate(keep);
    }
}

/// Rows that the form does not have; a clause alone.
fn extra_rows(table: &mut Table, damages: &Damages, labels: &Labels, marks: &mut Marks) {
    if damages.has("one_clause", 2.0) {
        let end = table.lines.iter().skip(1).position(|(line, _)| matches!(line, Line::Clause(_)));
        table.lines.truncate(end.map_or(table.lines.len(), |at| at + 1));
        return;
    }
    let find = |table: &Table, key: &str| {
        table.lines.iter().position(|(line, _)| matches!(line, Line::Body(body) if body.key == key))
    };
    if damages.has("other_documents", 6.0) {
        if let Some(at) = find(table, "proactive.normative_documents") {
            let label = labels.print("其他主动公开文件");
            let mut rng = damages.rng("other_documents");
            let figures = (0..3).map(|_| rng.below(300).to_string()).collect();
            table.lines.insert(at + 1, (Line::Body(extra(label, figures)), false));
        }
    }
    if damages.has("services_split", 3.0) {
        if let Some(at) = find(table, "proactive.other_services") {
            table.lines.remove(at);
            let mut rng = damages.rng("services_split");
            for label in ["行政确认", "行政检查"] {
                let figures = (0..3).map(|_| rng.below(90).to_string()).collect();
                table.lines.insert(at, (Line::Body(extra(labels.print(label), figures)), false));
            }
        }
    }
    if damages.has("project_row", 2.0) {
        if let Some(at) = find(table, "proactive.government_procurement") {
            let figures = vec!["办公楼2号电梯更新".to_owned(), "31.5万元".to_owned()];
            let label = labels.print("政府集中采购");
            table.lines.insert(at + 1, (Line::Body(extra(label, figures)), false));
            unsure(table, at, marks);
        }
    }
    if damages.has("wide_row", 3.0) {
        if let Some(at) = find(table, "proactive.normative_documents") {
            let text = "2020年度本机关规范性文件发布总数量:2条".to_owned();
            table.lines.insert(at + 1, (Line::Wide(text), false));
        }
    }
}

fn extra(label: String, figures: Vec<String>) -> Body {
    let printed = figures.iter().map(|text| Printed::new(text, Expect::Missing)).collect();
    Body {
        key: String::new(),
        label,
        depth: Depth::Top,
        results: false,
        group: None,
        figures,
        printed,
        paths: vec![],
    }
}

/// Whether a repeated row counts is a matter of taste: either reading will do.
fn unsure(table: &mut Table, at: usize, marks: &mut Marks) {
    if let Line::Body(body) = &mut table.lines[at].0 {
        for (path, printed) in body.paths.iter().zip(&mut body.printed) {
            for mark in marks.0.iter_mut().filter(|mark| mark.path == *path) {
                mark.path = format!("?{path}");
            }
            printed.expect = Expect::Missing;
        }
    }
}

/// A row printed twice: alike, or with one figure different.
fn repeat(table: &mut Table, at: usize, different: bool, marks: &mut Marks) {
    let Line::Body(mut copy) = table.lines[at].0.clone() else { return };
    for (column, path) in copy.paths.iter().enumerate() {
        let mut printed = copy.printed[column].clone();
        if different && column == 0 && !path.ends_with(".amount") {
            printed = Printed::new("7", Expect::Value("7".into()));
        }
        copy.figures[column] = marks.wrap(path, &printed).1;
        copy.printed[column] = printed;
    }
    table.lines.insert(at + 1, (Line::Body(copy), false));
}

fn swap(table: &mut Table, nth: usize) {
    let pairs: Vec<usize> = (1..table.lines.len())
        .filter(|at| match (&table.lines[at - 1].0, &table.lines[*at].0) {
            (Line::Body(one), Line::Body(two)) => one.group == two.group && one.results == two.results,
            _ => false,
        })
        .collect();
    if !pairs.is_empty() {
        let at = pairs[nth % pairs.len()];
        table.lines.swap(at - 1, at);
    }
}

/// A 小计 column behind the five kinds of bodies.
fn subtotal(table: &mut Table, labels: &Labels) {
    table.subtotal = true;
    table.columns += 1;
    for (line, _) in &mut table.lines {
        match line {
            Line::Head(names) => {
                for name in names.iter_mut() {
                    if name.colspan >= 5 {
                        name.colspan += 1;
                    } else if name.column == 9 {
                        name.column += 1;
                    }
                }
                if names.iter().any(|name| name.column == 8 && name.rowspan == 1 && name.colspan == 1) {
                    names
                        .push(Name { text: labels.print("法人小计"), column: 9, colspan: 1, rowspan: 1 });
                }
            }
            Line::Body(body) => {
                let sum: i64 = body.printed[1..6]
                    .iter()
                    .map(|cell| match &cell.expect {
                        Expect::Value(value) => value.parse().unwrap_or(0),
                        _ => 0,
                    })
                    .sum();
                // Where blank means zero, it does so in the subtotal too.
                let blank = sum == 0 && body.printed[1..6].iter().any(|cell| cell.expect == Expect::Blank);
                body.figures.insert(6, if blank { String::new() } else { sum.to_string() });
            }
            _ => {}
        }
    }
}

/// A page ends inside the table; the head may be repeated, and cut.
fn page_break(table: &mut Table, damages: &Damages) {
    let mut rng = damages.rng("page_break_requests");
    let at = 4 + rng.below(table.lines.len().saturating_sub(5).max(1));
    let at = at.min(table.lines.len() - 1);
    table.lines[at].1 = true;
    if !damages.has("head_repeated", 30.0) {
        return;
    }
    let mut head: Vec<Line> = table
        .lines
        .iter()
        .map(|(line, _)| line.clone())
        .filter(|line| matches!(line, Line::Head(_)))
        .collect();
    if damages.has("head_mangled", 40.0) && head.len() == 3 {
        let mut halves = vec![];
        if let Line::Head(names) = &mut head[1] {
            for name in names.iter_mut().filter(|name| name.rowspan == 2) {
                let cut = name.text.char_indices().nth(name.text.chars().count() - 1).map_or(0, |(at, _)| at);
                let half = name.text.split_off(cut);
                name.rowspan = 1;
                halves.push(Name { text: half, column: name.column, colspan: 1, rowspan: 1 });
            }
        }
        if let Line::Head(names) = &mut head[2] {
            names.extend(halves);
            names.sort_by_key(|name| name.column);
        }
    }
    table.lines[at].1 = false;
    for (offset, line) in head.into_iter().enumerate() {
        table.lines.insert(at + offset, (line, offset == 0));
    }
}
