//! A table as a sheet: its lines, and the pieces of words on each with their places.

use alloc::vec::Vec;
use core::ops::Range;

use memchr::memmem;

use crate::layout::{Line, is_space};
use crate::page::{Content, content};
use crate::section::furniture::is_furniture;
use crate::text::width::width;

/// How many columns of a page stand before something: where ideographs take one, and where they take two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) narrow: usize,
    pub(super) wide: usize,
}

impl Place {
    /// The place behind some words that begin here.
    pub(super) fn behind(self, words: &str) -> Self {
        if words.is_ascii() {
            return Self { narrow: self.narrow + words.len(), wide: self.wide + words.len() };
        }
        let (mut at, mut rest) = (self, words);
        while let Some(c) = rest.chars().next() {
            // Most words are ideographs.
            let run = rest.as_bytes().chunks_exact(3).take_while(|c| matches!(c, [0xE4..=0xE9, ..])).count();
            let (count, len, columns) =
                if run > 0 { (run, 3 * run, 2 * run) } else { (1, c.len_utf8(), width(c).0 as usize) };
            at = Self { narrow: at.narrow + count, wide: at.wide + columns };
            rest = rest.get(len..).unwrap_or("");
        }
        at
    }

    /// Characters before it that take two columns.
    pub(super) const fn doubled(self) -> usize {
        self.wide.saturating_sub(self.narrow)
    }

    /// Whether two things may begin in one column of the page: programs round.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.narrow.abs_diff(other.narrow) <= 1 || self.wide.abs_diff(other.wide) <= 1
    }

    /// Whether it is not before another, whichever way is counted.
    pub(super) const fn is_behind(self, other: Self) -> bool {
        self.narrow >= other.narrow && self.wide >= other.wide
    }
}

/// Words that stand together on a line, or all of its figures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'t> {
    pub(super) words: &'t str,
    /// Where they begin in the text, and on the page.
    pub(super) start: usize,
    pub(super) at: Place,
    pub(super) line: usize,
}

impl Piece<'_> {
    pub(super) fn end(&self) -> Place {
        self.at.behind(self.words)
    }
}

/// A line of the sheet.
#[derive(Clone, Debug)]
pub(super) struct Row<'t> {
    pub(super) line: Line,
    pub(super) pieces: Range<usize>,
    /// The figures with which it ends.
    pub(super) figures: Option<Piece<'t>>,
    /// Nothing that is part of a table stands on it.
    pub(super) is_void: bool,
}

/// A table and the lines around it.
pub(super) struct Sheet<'t> {
    pub(super) text: &'t str,
    pub(super) rows: Vec<Row<'t>>,
    pub(super) pieces: Vec<Piece<'t>>,
}

impl<'t> Sheet<'t> {
    pub(super) fn of(text: &'t str, lines: &[Line]) -> Self {
        let mut sheet = Self { text, rows: Vec::with_capacity(lines.len()), pieces: Vec::new() };
        for line in lines {
            let is_void = line.is_blank() || is_furniture(text, line);
            let words = if is_void { "" } else { line.text(text).trim_end_matches(is_space) };
            let label = before_figures(words);
            let begin = sheet.pieces.len();
            let end = sheet.add_pieces(label, line.start as usize);
            let figures = words.get(label.len()..).filter(|figures| !figures.is_empty());
            let figures = figures.map(|figures| {
                let gap = figures.len() - figures.trim_start_matches(is_space).len();
                let (gap, words) = figures.split_at_checked(gap).unwrap_or(("", figures));
                let at = end.behind(gap);
                let start = line.start as usize + label.len() + gap.len();
                Piece { words, start, at, line: sheet.rows.len() }
            });
            sheet.rows.push(Row { line: *line, pieces: begin..sheet.pieces.len(), figures, is_void });
        }
        sheet
    }

    /// The pieces of a line, two spaces or more between them; returns where they end.
    fn add_pieces(&mut self, line: &'t str, start: usize) -> Place {
        let mut at = Place::default();
        let mut rest = line;
        while !rest.is_empty() {
            let gap = rest.len() - rest.trim_start_matches(is_space).len();
            let Some((gap, behind)) = rest.split_at_checked(gap) else { break };
            at = at.behind(gap);
            let end = memmem::find(behind.as_bytes(), b"  ").unwrap_or(behind.len());
            let Some((words, behind)) = behind.split_at_checked(end) else { break };
            let place = start + (line.len() - words.len() - behind.len());
            if !words.is_empty() {
                self.pieces.push(Piece { words, start: place, at, line: self.rows.len() });
            }
            (at, rest) = (at.behind(words), behind);
        }
        at
    }

    pub(super) fn pieces_of(&self, line: usize) -> &[Piece<'t>] {
        self.rows.get(line).and_then(|row| self.pieces.get(row.pieces.clone())).unwrap_or(&[])
    }
}

/// What of a line stands before the figures and marks with which it ends.
fn before_figures(line: &str) -> &str {
    let mut before = without_digits(line);
    loop {
        let rest = before.trim_end_matches(is_space);
        let word = rest.rsplit(is_space).next().unwrap_or("");
        let is_figure = !word.is_empty() && matches!(content(word), Content::Figure | Content::Mark);
        match rest.get(..rest.len() - word.len()) {
            Some(next) if is_figure => before = without_digits(next),
            _ => return rest,
        }
    }
}

/// A line without the words of nothing but digits with which it ends, as nearly all figures are.
fn without_digits(line: &str) -> &str {
    let is_other = |byte: &u8| !matches!(byte, b' ' | b'0'..=b'9');
    let end = line.as_bytes().iter().rposition(is_other).map_or(0, |last| last + 1);
    let (before, own) = line.split_at_checked(end).unwrap_or((line, ""));
    // Digits that touch words are theirs.
    let begun = if before.is_empty() { 0 } else { own.find(' ').unwrap_or(own.len()) };
    line.get(..before.len() + begun).unwrap_or(line)
}
