//! Text rebuilt from a page line by line: one space between figures, labels wrapped around them.

use super::super::form::Depth;
use super::super::grid::starts;
use super::super::table::{Kind, Line, Table};
use super::wrap::{groups, label_width, printed, vertical, wrap};
use super::{Damages, Rendered, habit};

pub fn render(table: &Table, damages: &Damages) -> Rendered {
    let mut rng = habit(damages, "pdf_rows");
    let width = label_width(damages);
    let placing = rng.below(4);
    let group_style = rng.below(5);
    let letter_style = rng.below(4);
    let letters = vertical(table);
    let mut group_at = vec![None; table.lines.len()];
    for (at, group) in groups(table).into_iter().enumerate() {
        if let Some((group, rows)) = group {
            group_at[if [2, 4].contains(&group_style) { at + rows / 2 } else { at }] = Some(group);
        }
    }
    let plain_head = rng.chance(40.0);
    let mut second_half = None;
    let mut blocks = vec![];
    for (at, (line, _)) in table.lines.iter().enumerate() {
        let mut block: Vec<String> = vec![];
        match line {
            Line::Clause(text) | Line::Wide(text) => block.push(text.clone()),
            Line::Head(names) if plain_head || table.kind == Kind::Proactive => {
                block.push(names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(" "));
            }
            Line::Head(_) => block.extend(head(table, at)),
            Line::Body(body) => {
                if body.results && letter_style == 3 && starts(table, at, |other| other.results) {
                    block.push(table.results.clone());
                }
                let (mut prefix, mut behind, mut rest) = (second_half.take().unwrap_or_default(), None, None);
                if let Some(group) = group_at[at].take() {
                    let cut = group.char_indices().nth(4).map_or(group.len(), |(cut, _)| cut);
                    let (first, second) = group.split_at(cut);
                    match group_style {
                        0 => prefix = format!("{group} "),
                        1 => block.push(group),
                        2 => (prefix, rest) = (format!("{first} "), Some(second.to_owned())),
                        3 => (prefix, second_half) = (format!("{first} "), Some(format!("{second} "))),
                        _ => (behind, rest) = (Some(first.to_owned()), Some(second.to_owned())),
                    }
                }
                row(&mut block, body, &prefix, behind, &letters[at], (width, placing, letter_style));
                block.extend(rest);
            }
        }
        blocks.push(block.join("\n"));
    }
    Rendered::new(blocks)
}

/// A row with its label, wrapped or not, and the letters of the vertical label beside it.
fn row(
    block: &mut Vec<String>,
    body: &super::super::table::Body,
    prefix: &str,
    behind: Option<String>,
    letters: &[String],
    (width, placing, letter_style): (usize, usize, usize),
) {
    let mut figures = printed(&body.figures).join(" ");
    let mut prefix = prefix.to_owned();
    let mut alone = vec![];
    for letter in letters {
        match letter_style {
            0 => alone.push(letter.clone()),
            1 if !letter.contains('三') => prefix = format!("{letter} {prefix}"),
            2 if !figures.is_empty() && figures.chars().count() > 20 && !letter.contains('三') => {
                figures.push_str(letter);
            }
            3 => {}
            _ => alone.push(letter.clone()),
        }
    }
    block.extend(alone);
    if let Some(behind) = behind {
        figures = format!("{figures} {behind}");
    }
    let limit = if body.depth == Depth::Top { 24 } else { width.max(12) };
    let mut halves = wrap(&body.label, limit);
    if body.label.is_empty() {
        block.push(figures);
    } else if halves.len() == 1 {
        block.push(format!("{prefix}{} {figures}", body.label).trim_end().to_owned());
    } else {
        halves[0] = format!("{prefix}{}", halves[0]);
        place(block, halves, figures, placing);
    }
}

/// The figures of a wrapped label: between its halves, before it, on its last line, behind it.
fn place(block: &mut Vec<String>, mut halves: Vec<String>, figures: String, placing: usize) {
    let middle = halves.len() / 2;
    match placing {
        0 if halves.len() % 2 == 1 => halves[middle] = format!("{} {figures}", halves[middle]),
        0 => halves.insert(middle, figures),
        1 => halves.insert(0, figures),
        2 => {
            let last = halves.len() - 1;
            halves[last] = format!("{} {figures}", halves[last]);
        }
        _ => halves.push(figures),
    }
    block.extend(halves.into_iter().filter(|line| !line.trim().is_empty()));
}

/// The head of a table as its lines are met from top to bottom of the page.
fn head(table: &Table, at: usize) -> Vec<String> {
    let first = at == 0 || !matches!(table.lines[at - 1].0, Line::Head(_));
    let mut rows = vec![];
    for (line, _) in &table.lines[at..] {
        let Line::Head(names) = line else { break };
        rows.push(names);
    }
    if !first || rows.len() < 3 {
        return vec![];
    }
    let text = |row: usize, column: usize| rows[row].get(column).map_or("", |name| name.text.as_str());
    let two = |names: &[super::super::table::Name], size: usize| {
        let halves: Vec<Vec<String>> = names.iter().map(|name| wrap(&name.text, size)).collect();
        (0..2)
            .map(|line| {
                halves.iter().filter_map(|half| half.get(line).cloned()).collect::<Vec<_>>().join(" ")
            })
            .collect::<Vec<_>>()
    };
    if table.kind == Kind::Requests {
        let note = wrap(text(0, 0), 23);
        let mut lines = vec![text(0, 1).to_owned(), format!("{} {}", note[0], "法人或其他组织")];
        lines.extend(note[1..].iter().cloned());
        let outer: Vec<&str> =
            rows[1].iter().filter(|name| name.colspan == 1).map(|name| name.text.as_str()).collect();
        lines.push(outer.join(" "));
        lines.extend(two(rows[2], 4));
        lines
    } else {
        let mut lines =
            vec![format!("{} {}", text(0, 0), text(0, 1)), format!("{} {}", text(1, 5), text(1, 6))];
        lines.extend(two(&rows[1][..5], 2));
        lines.extend(two(rows[2], 2));
        lines
    }
}
