//! A table as its region holds it: its layout, its atoms and, from these, its rows.

use alloc::vec::Vec;

use super::atom::{self, Atom};
use super::region::TableRegion;
use super::rows::{Drafts, Form};
use super::{flow, furniture, grid, remarks, requests, twice};
use crate::layout::{self, Line, Rule};
use crate::template::{Column, TableKind};
use crate::{Layout, Span};

/// A table that was found.
pub(super) struct RawTable {
    pub(super) rule: &'static Rule,
    pub(super) span: Span,
    pub(super) atoms: Vec<Atom>,
    /// The table stands twice, and which is the report's is not said.
    pub(super) twice: bool,
}

impl RawTable {
    /// Reads the lines of a region; those that hold more cells than `most` are given back unread.
    pub(super) fn read(
        text: &str,
        lines: &[Line],
        region: &TableRegion,
        most: usize,
    ) -> Option<Result<Self, Span>> {
        let (rule, lines) = (region.rule, lines.get(region.lines.clone())?);
        let span = Span::new(lines.first()?.start, lines.last()?.end);
        if layout::has_more_cells(text, lines, most) {
            return Some(Err(span));
        }
        let kept = furniture::without(text, lines);
        let mut tokens = Vec::with_capacity(span.len() / 8);
        (rule.tokenize)(text, &kept, &mut tokens);
        let atoms = atom::atoms(text, &tokens, rule.grid, span.end as usize, most);
        Some(atoms.map(|atoms| Self { rule, span, atoms, twice: false }).ok_or(span))
    }

    /// Of two years' tables the report's own is kept, where it is said which one that is.
    pub(super) fn keep_own_year(&mut self, text: &str, table: TableKind, year: Option<u16>) {
        self.twice =
            twice::has_label_twice(&self.atoms, table) && !twice::keep_own(text, &mut self.atoms, year);
    }

    pub(super) fn rows(&self, text: &str, form: &Form) -> Drafts {
        let Rule { grid, layout, .. } = *self.rule;
        if grid {
            grid::rows(text, form, &self.atoms, !matches!(layout, Layout::Html | Layout::Ruled))
        } else {
            flow::rows(text, form, &self.atoms, is_lone(layout))
        }
    }

    /// The rows of the requests, where even rows alone may show that the table stands twice.
    pub(super) fn requests(&mut self, text: &str, year: Option<u16>) -> Drafts {
        let mut drafts = self.rows(text, &requests::FORM);
        if twice::stands_twice(&drafts) {
            if twice::keep_own(text, &mut self.atoms, year) {
                drafts = self.rows(text, &requests::FORM);
            } else {
                self.twice = true;
            }
        }
        remarks::leave_out(text, &self.atoms, self.rule.grid, &mut drafts, Column::ALL.len());
        drafts
    }
}

/// Layouts in which every figure has a line of its own.
const fn is_lone(layout: Layout) -> bool {
    matches!(layout, Layout::PdfCells | Layout::ParagraphCells | Layout::PipeCells)
}
