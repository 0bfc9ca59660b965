//! A whole report in a layout, and what its text determines.

use super::damage::{Damages, Filter};
use super::headings;
use super::labels::Labels;
use super::look::{LOOKS, Look, Rendered};
use super::marks::Marks;
use super::notation::{Expect, Printed};
use super::prose;
use super::reference;
use super::rng::Rng;
use super::rows;
use super::style::{Piece, Style};
use super::table::{self, Kind, Line, Table};
use super::truth::{Shows, Truth};

/// What must come of a path.
pub struct Cell {
    pub path: String,
    pub expect: Expect,
    pub determined: bool,
    /// Either reading will do.
    pub free: bool,
    /// Where it is printed, once or more.
    pub ranges: Vec<(usize, usize)>,
}

pub struct Document {
    pub seed: u64,
    pub look: String,
    pub text: String,
    pub cells: Vec<Cell>,
    pub damages: Vec<String>,
    /// Identities do not hold, or glued cells lost a blank of which no row shows that it is short.
    pub misprint: bool,
}

/// The report of a seed in a layout. `mixed` draws a layout for each table.
pub fn document(look: &str, seed: u64, filter: &Filter) -> Document {
    let damages = Damages::new(seed, filter.clone());
    let mut pick = damages.rng("mixed");
    let looks: Vec<&Look> = (0..3)
        .map(|_| match look {
            "mixed" => &LOOKS[pick.below(LOOKS.len() - 2)],
            name => super::look::look_named(name),
        })
        .collect();
    let least = looks.iter().map(|look| look.shows).max_by_key(|shows| *shows as usize).unwrap();
    let truth = Truth::new(seed, &damages, least);
    let labels = Labels::new(&damages, truth.year);
    let mut marks = Marks::default();
    let mut tables = vec![
        table::proactive(&truth, &labels, &damages, &mut marks),
        table::requests(&truth, &labels, &damages, &mut marks),
        table::disputes(&truth, &labels, &mut marks),
    ];
    for table in &mut tables {
        rows::damage(table, &damages, &labels, &mut marks);
    }
    let style = Style::new(looks[1].name, &damages);
    let mut sure = vec![];
    let mut pieces = frame(&truth, &labels, &damages);
    for ((table, look), at) in tables.iter().zip(&looks).zip(0..) {
        let place = pieces.iter().position(|piece| matches!(piece, Piece::Table(n, _) if *n == at));
        let Some(place) = place else { continue };
        let rendered = (look.table)(table, &damages);
        judge_rows(table, look, &rendered, &truth, &mut sure);
        pieces[place] = Piece::Table(at, style.join(look.name, table, &rendered, &damages));
        let cut = damages.has(&format!("table_truncated_{:?}", table.kind).to_lowercase(), 0.0);
        if cut && damages.has("text_ends", 40.0) {
            pieces.truncate(place + 1);
        }
    }
    let text = marks.strip(&style.assemble(&pieces, &damages));
    let glued = looks.iter().any(|look| look.shows == Shows::Glued);
    let misprint = truth.misprint || glued && truth.blanks && !tables.iter().any(shows_blanks);
    let cells = truth.cells.keys().map(|path| cell(path, &marks, &sure)).collect();
    Document { seed, look: look.to_owned(), text, cells, damages: damages.names(), misprint }
}

/// Whether a row of the table has fewer digits and marks than cells.
fn shows_blanks(table: &Table) -> bool {
    let signs = |text: &str| text.chars().filter(|c| c.is_numeric() || "/／—无".contains(*c)).count();
    table.bodies().any(|body| {
        !body.paths.is_empty()
            && body.printed.iter().map(|cell| signs(&cell.text)).sum::<usize>() < body.printed.len()
    })
}

/// Everything but the tables, with a place for each of them.
fn frame(truth: &Truth, labels: &Labels, damages: &Damages) -> Vec<Piece> {
    let mut rng = damages.rng("prose");
    let headings = headings::headings(damages, labels);
    let bare = damages.has("no_headings", 4.0);
    let mut pieces = vec![];
    for line in headings::title(truth, damages) {
        pieces.push(Piece::Title(line));
    }
    for line in headings::contents(&headings, damages) {
        pieces.push(Piece::Line(line));
    }
    pieces.push(Piece::Paragraph(prose::opening(truth)));
    for (at, heading) in headings.into_iter().enumerate() {
        let kind = ["", "proactive", "requests", "disputes", "", ""][at];
        if kind == "disputes" && damages.has("section_missing", 2.0) {
            continue;
        }
        if !bare {
            pieces.push(Piece::Heading(heading));
        }
        match at {
            0 => pieces.extend(prose::general(&mut rng).into_iter().map(Piece::Paragraph)),
            4 => pieces.extend(prose::problems(&mut rng).into_iter().map(Piece::Paragraph)),
            5 => pieces.extend(prose::other(&mut rng).into_iter().map(Piece::Paragraph)),
            _ => {
                if damages.has(&format!("prose_between_{kind}"), 8.0) {
                    pieces.push(Piece::Paragraph((*rng.pick(&prose::BETWEEN)).to_owned()));
                }
                if !damages.has(&format!("table_absent_{kind}"), 3.0) {
                    pieces.push(Piece::Table(at - 1, String::new()));
                }
            }
        }
    }
    pieces.extend(headings::signature(truth, damages).into_iter().map(Piece::Line));
    pieces
}

/// Notes which cells of the rows that are printed the text determines.
fn judge_rows(
    table: &Table,
    look: &Look,
    rendered: &Rendered,
    truth: &Truth,
    sure: &mut Vec<(String, bool, Printed)>,
) {
    let blanks = table.bodies().any(|body| body.printed.iter().any(|cell| cell.expect == Expect::Blank));
    for ((line, _), residue) in table.lines.iter().zip(&rendered.residue) {
        let Line::Body(body) = line else { continue };
        let vanished = truth.blanks && look.shows == Shows::Glued;
        let mut cells = reference::determined(table.kind, body, look.shows, *residue, vanished);
        if rendered.by_column && (blanks || table.kind == Kind::Proactive)
            || table.subtotal && look.shows != Shows::Cells
        {
            cells = vec![false; cells.len()];
        }
        for ((path, cell), printed) in body.paths.iter().zip(cells).zip(&body.printed) {
            sure.push((path.clone(), cell, printed.clone()));
        }
    }
}

fn cell(path: &str, marks: &Marks, sure: &[(String, bool, Printed)]) -> Cell {
    let free = marks.0.iter().any(|mark| mark.path.strip_prefix('?') == Some(path));
    let mine: Vec<&(String, bool, Printed)> = sure.iter().filter(|(other, _, _)| other == path).collect();
    let printings: Vec<&Printed> = mine.iter().map(|(_, _, printed)| printed).collect();
    Cell {
        path: path.to_owned(),
        expect: reference::expected(&printings),
        determined: !free && mine.iter().all(|(_, sure, _)| *sure),
        free,
        ranges: marks.0.iter().filter(|mark| mark.path == path).filter_map(|mark| mark.range).collect(),
    }
}

/// A generator for a purpose outside the document.
pub fn rng(seed: u64, name: &str) -> Rng {
    Rng::named(seed, name)
}
