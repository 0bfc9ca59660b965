//! A page's cells one to a line, without tabs; labels wrapped over lines.

use super::super::grid::starts;
use super::super::table::{Line, Table};
use super::wrap::{groups, label_width, printed, wrap};
use super::{Damages, Rendered, habit};

pub fn render(table: &Table, damages: &Damages) -> Rendered {
    let mut rng = habit(damages, "pdf_cells");
    let width = label_width(damages);
    let narrow = rng.chance(60.0);
    let letters = rng.chance(60.0);
    let groups = groups(table);
    let glue_last = damages.has("header_glued", 8.0);
    // The halves of a group's label stand beside its rows, so that a page may end between them.
    let apart = narrow && rng.chance(40.0);
    let mut second: Vec<String> = vec![];
    let mut blocks = vec![];
    for (at, (line, _)) in table.lines.iter().enumerate() {
        let mut block: Vec<String> = vec![];
        match line {
            Line::Clause(text) | Line::Wide(text) => block.push(text.clone()),
            Line::Head(names) => {
                for name in names {
                    let size = if name.colspan > 1 {
                        22
                    } else if narrow {
                        2 + name.text.chars().count() / 2
                    } else {
                        22
                    };
                    block.extend(wrap(&name.text, size.min(22)));
                }
                if glue_last && block.len() > 2 {
                    let last = block.pop().unwrap();
                    block.last_mut().unwrap().push_str(&last);
                }
            }
            Line::Body(body) => {
                if body.results && starts(table, at, |other| other.results) {
                    let text: String = table.results.chars().filter(|c| *c != ' ').collect();
                    let text = text.replace("三、", "\u{1}");
                    if letters {
                        block.extend(
                            text.chars().map(|c| if c == '\u{1}' { "三、".into() } else { c.to_string() }),
                        );
                    } else {
                        block.push(table.results.clone());
                    }
                }
                block.append(&mut second);
                if let Some((group, _)) = &groups[at] {
                    let mut halves = wrap(group, if narrow { 4 } else { 12 });
                    second = if apart { halves.split_off(1) } else { vec![] };
                    block.extend(halves);
                }
                let limit = if body.results { width } else { 24 };
                block.extend(wrap(&body.label, limit));
                block.extend(printed(&body.figures).into_iter().map(str::to_owned));
            }
        }
        blocks.push(block.join("\n"));
    }
    Rendered::new(blocks)
}
