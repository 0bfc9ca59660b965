//! All labels of a page first, then the figures column by column; an empty line behind every line.

use super::super::marks::is_blank;
use super::super::table::{Body, Kind, Line, Table};
use super::wrap::{groups, label_width, wrap};
use super::{Damages, Rendered, habit};

pub fn render(table: &Table, damages: &Damages) -> Rendered {
    let mut rendered = Rendered::new(vec![String::new(); table.lines.len()]);
    rendered.by_column = true;
    let lines = match table.kind {
        Kind::Proactive => proactive(table),
        Kind::Requests => requests(table, damages),
        Kind::Disputes => disputes(table),
    };
    // The page's text is no longer line for line that of the table.
    rendered.blocks[0] = lines.iter().map(|line| format!("{line}\n")).collect::<Vec<_>>().join("\n");
    rendered
}

/// Figures of rows, column by column.
fn columns(bodies: &[&Body]) -> Vec<String> {
    let most = bodies.iter().map(|body| body.figures.len()).max().unwrap_or(0);
    let mut lines = vec![];
    for column in 0..most {
        for body in bodies {
            if let Some(figure) = body.figures.get(column) {
                lines.push(if is_blank(figure) { String::new() } else { figure.trim().to_owned() });
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Clause by clause: its labels, its header, its figures.
fn proactive(table: &Table) -> Vec<String> {
    let mut lines = vec![];
    let mut header: Vec<String> = vec![];
    let mut bodies: Vec<&Body> = vec![];
    let flush = |lines: &mut Vec<String>, header: &mut Vec<String>, bodies: &mut Vec<&Body>| {
        lines.append(header);
        lines.extend(columns(bodies));
        bodies.clear();
    };
    for (line, _) in &table.lines {
        match line {
            Line::Clause(text) => {
                flush(&mut lines, &mut header, &mut bodies);
                lines.push(text.clone());
            }
            Line::Wide(text) => lines.push(text.clone()),
            Line::Head(names) => {
                lines.push(names[0].text.clone());
                header = names[1..].iter().map(|name| name.text.clone()).collect();
            }
            Line::Body(body) => {
                lines.push(body.label.clone());
                bodies.push(body);
            }
        }
    }
    flush(&mut lines, &mut header, &mut bodies);
    lines
}

fn requests(table: &Table, damages: &Damages) -> Vec<String> {
    let mut rng = habit(damages, "pdf_columns");
    let width = label_width(damages);
    let groups = groups(table);
    let mut lines = vec![];
    let mut head = vec![];
    for (line, _) in &table.lines {
        let Line::Head(names) = line else { break };
        head.push(names);
    }
    let Some(first) = head.first() else { return lines };
    lines.extend(wrap(&first[0].text, 23));
    lines.extend(first[1..].iter().map(|name| name.text.clone()));
    let mut bodies: Vec<&Body> = vec![];
    let mut page = 1 + rng.below(4);
    let mut headed = false;
    let flush = |lines: &mut Vec<String>, bodies: &mut Vec<&Body>, headed: &mut bool, page: Option<usize>| {
        if !*headed && bodies.iter().any(|body| body.results) {
            let text: String = table.results.chars().filter(|c| *c != ' ').collect();
            let text = text.replace("三、", "\u{1}");
            lines.extend(text.chars().map(|c| if c == '\u{1}' { "三、".into() } else { c.to_string() }));
        }
        if let Some(page) = page {
            lines.push(format!("- {page} -"));
        }
        if !*headed {
            for names in head.iter().skip(1) {
                lines.extend(names.iter().filter(|name| name.colspan == 1).map(|name| name.text.clone()));
            }
        }
        *headed = true;
        lines.extend(columns(bodies));
        bodies.clear();
    };
    for (at, (line, breaks)) in table.lines.iter().enumerate() {
        let Line::Body(body) = line else { continue };
        if *breaks && !bodies.is_empty() {
            flush(&mut lines, &mut bodies, &mut headed, Some(page));
            page += 1;
            lines.push("\u{c}".to_owned());
        }
        if let Some((group, _)) = &groups[at] {
            lines.extend(wrap(group, 4));
        }
        lines.extend(wrap(&body.label, if body.results { width } else { 24 }));
        bodies.push(body);
    }
    flush(&mut lines, &mut bodies, &mut headed, None);
    // A form feed stands directly before the first line of its page.
    let mut joined: Vec<String> = vec![];
    for line in lines {
        match joined.last_mut() {
            Some(last) if last == "\u{c}" => last.push_str(&line),
            _ => joined.push(line),
        }
    }
    joined
}

fn disputes(table: &Table) -> Vec<String> {
    let mut lines = vec![];
    for (line, _) in &table.lines {
        match line {
            Line::Head(names) => lines.extend(names.iter().map(|name| name.text.clone())),
            Line::Body(body) => lines.extend(columns(&[body])),
            Line::Clause(text) | Line::Wide(text) => lines.push(text.clone()),
        }
    }
    lines
}
