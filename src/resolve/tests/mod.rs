//! Tables in a notation of their own, so that a test shows what the text shows.
// The notation is ASCII, and tables are walked by row and column.
#![allow(clippy::string_slice, clippy::needless_range_loop)]

// For the builds without the feature of that name.
#[allow(unused_extern_crates)]
extern crate std;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::*;
use crate::Span;
use crate::report::{Certainty, Mark};

mod brute;
mod generate;
mod named;
mod property;

/// A table to be read. Pieces stand between spaces: figures, `_` a shown blank, `/` a mark, `?` something unreadable,
/// `~` before a run of digits.
pub(super) struct Sheet {
    pub(super) form: Form,
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) rows: Vec<Option<RowText>>,
}

impl Sheet {
    pub(super) fn new(form: Form) -> Self {
        Self { form, text: String::new(), pieces: Vec::new(), rows: Vec::new() }
    }

    pub(super) fn row(mut self, blanks: Blanks, row: &str) -> Self {
        self.push(blanks, row);
        self
    }

    pub(super) fn kept(self, row: &str) -> Self {
        self.row(Blanks::Kept, row)
    }

    pub(super) fn vanish(self, row: &str) -> Self {
        self.row(Blanks::Vanish, row)
    }

    pub(super) fn push(&mut self, blanks: Blanks, row: &str) {
        let first = self.pieces.len() as u32;
        for piece in row.split_whitespace() {
            let piece = match piece {
                "_" => Piece::Blank,
                "/" => Piece::Mark(Mark::Slash, self.print("/")),
                "?" => Piece::Unreadable(self.print("?")),
                run if run.starts_with('~') => Piece::Run(self.print(&run[1..])),
                figure => {
                    let span = self.print(figure);
                    let digits: String = figure.chars().filter(char::is_ascii_digit).collect();
                    let value: i64 = digits.parse().unwrap();
                    let literal = digits.len() == 1 || !digits.starts_with('0');
                    Piece::Figure {
                        value: if figure.starts_with('-') { -value } else { value },
                        span,
                        literal: literal && !figure.ends_with(','),
                        signed: figure.starts_with(['-', '+']),
                    }
                }
            };
            self.pieces.push(piece);
            self.text.push(' ');
        }
        self.text.push('\n');
        let count = self.pieces.len() as u32 - first;
        self.rows.push(Some(RowText { first, count, blanks }));
    }

    fn print(&mut self, piece: &str) -> Span {
        let start = self.text.len() as u32;
        self.text.push_str(piece);
        Span::new(start, self.text.len() as u32)
    }

    pub(super) fn problem(&self) -> Problem<'_> {
        Problem { text: &self.text, form: &self.form, pieces: &self.pieces, rows: &self.rows }
    }

    /// The rows as read: `!` behind an exact figure, `*` behind a repaired one, candidates in braces.
    pub(super) fn read(&self) -> Vec<String> {
        let problem = self.problem();
        let resolution = resolve(&problem);
        (0..self.rows.len())
            .map(|row| {
                let cells =
                    (0..self.form.columns()).map(|column| show(resolution.given(&problem, row, column)));
                cells.collect::<Vec<_>>().join(" ")
            })
            .collect()
    }

    pub(super) fn only(&self) -> String {
        self.read().remove(0)
    }
}

pub(super) fn show(given: Given<'_>) -> String {
    match given {
        Given::Missing => ".".into(),
        Given::Blank => "_".into(),
        Given::Mark(..) => "/".into(),
        Given::Unreadable(_) => "?".into(),
        Given::Figure { value, certainty, .. } => match certainty {
            Certainty::Exact => format!("{value}!"),
            Certainty::Resolved => value.to_string(),
            Certainty::Repaired => format!("{value}*"),
        },
        Given::Ambiguous { candidates, .. } => {
            let all: Vec<String> =
                candidates.iter().map(|c| c.map_or("_".into(), |value| value.to_string())).collect();
            format!("{{{}}}", all.join(","))
        }
    }
}
