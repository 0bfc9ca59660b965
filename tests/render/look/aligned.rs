//! PDF to text with the layout kept: columns are runs of spaces, a blank cell is a gap.

use super::super::form::Depth;
use super::super::marks::is_blank;
use super::super::table::{Body, Kind, Line, Name, Table};
use super::wrap::{columns, groups, label_width, vertical, wrap};
use super::{Damages, Rendered, habit};

/// Where things stand on the page.
struct Page {
    /// A wide character takes two columns.
    display: bool,
    margin: usize,
    first: usize,
    step: usize,
    width: usize,
    empty: usize,
}

pub fn render(table: &Table, damages: &Damages) -> Rendered {
    let mut rng = habit(damages, "aligned");
    let display = rng.chance(50.0);
    let width = label_width(damages);
    let label = if display { 2 } else { 1 } * (width.max(20) + 6) + 8;
    let page = Page {
        display,
        margin: rng.below(12),
        first: label + 2,
        step: 10 + rng.below(4),
        width,
        empty: rng.below(3),
    };
    let wide = if table.kind == Kind::Disputes { Page { first: 1, step: 8, ..page } } else { page };
    let beside = vertical(table);
    let groups = groups(table);
    let group_style = rng.below(3);
    let letters = rng.chance(70.0);
    let mut blocks = vec![];
    for (at, (line, _)) in table.lines.iter().enumerate() {
        let mut lines = vec![];
        match line {
            Line::Clause(text) | Line::Wide(text) => lines.push(text.clone()),
            Line::Head(names) => lines.extend(head(names, table, &wide)),
            Line::Body(body) => {
                let mut prefix = String::new();
                if let Some((group, _)) = &groups[at] {
                    match group_style {
                        0 => prefix = format!("{group}  "),
                        1 => lines.push(format!("      {group}")),
                        _ => lines.extend(wrap(group, 4).into_iter().map(|half| format!("    {half}"))),
                    }
                }
                if letters {
                    lines.extend(beside[at].iter().cloned());
                } else if body.results && super::super::grid::starts(table, at, |other| other.results) {
                    lines.push(table.results.clone());
                }
                row(&mut lines, body, &prefix, &wide);
            }
        }
        let margin = " ".repeat(wide.margin);
        let mut text: Vec<String> = lines.into_iter().map(|line| format!("{margin}{line}")).collect();
        text.extend(vec![String::new(); wide.empty]);
        blocks.push(text.join("\n"));
    }
    Rendered::new(blocks)
}

fn row(lines: &mut Vec<String>, body: &Body, prefix: &str, page: &Page) {
    let indent = match body.depth {
        Depth::Top => 0,
        Depth::Result => 3,
        Depth::Item => 8,
    };
    let limit = if body.depth == Depth::Top { 20 } else { page.width };
    let halves = wrap(&body.label, limit);
    let pad = " ".repeat(if prefix.is_empty() { indent } else { 2 });
    let mut labels: Vec<String> = halves.iter().map(|half| format!("{pad}{half}")).collect();
    if let Some(first) = labels.first_mut() {
        *first = format!("{pad}{prefix}{}", first.trim_start());
    }
    let middle = labels.len() / 2;
    if labels.is_empty() || labels.len() % 2 == 0 {
        labels.insert(middle, String::new());
    }
    let middle = labels.len() / 2;
    let mut line = labels[middle].clone();
    for (column, figure) in body.figures.iter().enumerate() {
        put(&mut line, figure.trim(), page.first + column * page.step, page);
    }
    labels[middle] = line;
    lines.extend(labels);
}

/// Puts a text at a column, or behind what is there already.
fn put(line: &mut String, text: &str, column: usize, page: &Page) {
    if is_blank(text) {
        line.push_str(text);
        return;
    }
    let here = columns(line, page.display);
    let gap = column.saturating_sub(here).max(usize::from(here > 0) * 2);
    line.push_str(&" ".repeat(gap));
    line.push_str(text);
}

fn head(names: &[Name], table: &Table, page: &Page) -> Vec<String> {
    let mut line = String::new();
    for name in names {
        let column = match name.column.checked_sub(table.label_columns) {
            Some(column) => page.first + (column + (name.colspan - 1) / 2) * page.step,
            None => 0,
        };
        put(&mut line, &name.text, column, page);
    }
    vec![line]
}
