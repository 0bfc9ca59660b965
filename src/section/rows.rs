//! Rows of a table: a label and the cells that belong to it, before their columns are known.

use alloc::vec::Vec;
use core::ops::Range;

use super::atom::{Atom, Kind};
use crate::Span;
use crate::layout::is_space;
use crate::template::Edition;
use crate::template::labels::Label;
use crate::text::figure::{digit, is_numeral};
use crate::text::similar::{is_piece_of, nearest};

/// What a label is to the table that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A row, by its number in the template.
    Row(u8),
    /// A heading over rows.
    Group,
    /// A heading over columns.
    Head,
}

/// What was read last: the context that gives bare words their meaning.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    /// The last row.
    pub(crate) row: Option<u8>,
    /// The last label was over columns.
    pub(crate) head: bool,
}

impl Context {
    fn after(self, role: Role) -> Self {
        match role {
            Role::Row(row) => Self { row: Some(row), head: false },
            Role::Group => Self { head: false, ..self },
            Role::Head => Self { head: true, ..self },
        }
    }
}

/// The table that rows are read for.
pub(crate) struct Form {
    /// What a label is in its context.
    pub(crate) role: fn(Label, Context) -> Role,
    /// Labels that a damaged one may be taken for.
    pub(crate) near: fn(Label) -> bool,
    /// How many columns a row has, whatever the edition.
    pub(crate) columns: fn(u8) -> usize,
    /// The place of a row among those of an edition, where all of these have the same columns.
    pub(crate) place: fn(u8, Edition) -> Option<usize>,
    /// Whether the label of a row is that of a group in another edition.
    pub(crate) may_be_group: fn(u8) -> bool,
    /// Whether a row is one of that group: beside it, the label of the group has no cells.
    pub(crate) in_group: fn(u8) -> bool,
    /// Whether the last column is the sum of the others.
    pub(crate) sums: bool,
}

/// A label and its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The row of the template; `None` for a label that the form does not have, or no label at all.
    pub(crate) row: Option<u8>,
    /// The label; `None` where there is none.
    pub(crate) label: Option<Span>,
    /// Its cells.
    pub(crate) pieces: Range<usize>,
    /// In a grid, the place of the label in its row: rows labelled at the same place have the same residue of spans.
    pub(crate) depth: u8,
    /// How its cells came to it.
    pub(crate) source: Source,
}

impl Draft {
    /// A row whose place in a grid does not matter.
    pub(crate) const fn new(
        row: Option<u8>,
        label: Option<Span>,
        pieces: Range<usize>,
        source: Source,
    ) -> Self {
        Self { row, label, pieces, depth: 0, source }
    }
}

/// How a row's cells came to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// They stand beside the label.
    Label,
    /// The page gives all labels, then the figures column by column; their number fits.
    Columns,
    /// The same, and their number does not fit: which are its own cannot be said.
    Lost,
    /// They stand apart in blocks, and sums prove which are its own.
    Blocks,
    /// They stand before it, behind those of the rows above.
    Before,
    /// They stand beside the label, with residue of spans between them.
    Gaps,
    /// They stand beside the label and below each other: gaps are blank cells.
    Below,
    /// It stands beside cells that may as well be those of another label.
    Doubtful,
}

/// The rows of a table in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Drafts {
    pub(crate) rows: Vec<Draft>,
    pub(crate) pieces: Vec<Atom>,
    /// Words that stand alone in the row before: perhaps the beginning of a label.
    pub(crate) broken: Option<Span>,
    /// A piece of a label beside the figures of the row before.
    pub(crate) begun: Option<Span>,
}

impl Source {
    /// Whether a page is read column by column.
    pub(crate) const fn is_by_column(self) -> bool {
        matches!(self, Self::Columns | Self::Lost)
    }

    /// Whether the row's cells cannot be told.
    pub(crate) const fn is_lost(self) -> bool {
        matches!(self, Self::Lost | Self::Doubtful)
    }
}

/// Rows that the longest table of the form has.
pub(super) const MOST_ROWS: usize = 36;

impl Drafts {
    /// Room for the cells among the atoms of a table.
    pub(crate) fn with_room_for(atoms: &[Atom]) -> Self {
        let pieces = atoms.iter().filter(|atom| atom.is_piece()).count();
        // Each has its label.
        let rows = Vec::with_capacity((atoms.len() - pieces).min(MOST_ROWS));
        Self { rows, pieces: Vec::with_capacity(pieces), broken: None, begun: None }
    }

    pub(crate) fn pieces(&self, draft: &Draft) -> &[Atom] {
        self.pieces.get(draft.pieces.clone()).unwrap_or(&[])
    }
}

/// Reads labels in their context.
pub(crate) struct Reader<'t> {
    pub(crate) text: &'t str,
    pub(crate) form: &'t Form,
    pub(crate) context: Context,
    /// A row may be broken over two lines.
    pub(crate) broken: bool,
}

impl Reader<'_> {
    /// The role of a label; words that no label has may be a damaged one.
    pub(crate) fn role(&mut self, atom: &Atom) -> Option<Role> {
        if self.context.head && matches!(atom.kind, Kind::Label(Label::Total | Label::Other)) {
            // Columns have no numbers: behind one, a bare word is a row even where a head stands before it.
            self.context.head = !is_numbered(self.text.get(..atom.span.start as usize)?);
        }
        let role = match atom.kind {
            // （六）其他: its other half is cut off or wrapped.
            Kind::Label(Label::Other) if self.is_group(atom) => {
                (self.form.role)(Label::OtherHandling, self.context)
            }
            Kind::Label(label) => (self.form.role)(label, self.context),
            Kind::Text | Kind::Fragment => {
                let words = atom.span.slice(self.text)?;
                let label = nearest(words, self.form.near)?;
                // 反复申请 ends another label than the one it is near to.
                if atom.kind == Kind::Fragment && !is_piece_of(words, label) {
                    return None;
                }
                (self.form.role)(label, self.context)
            }
            _ => return None,
        };
        self.context = self.context.after(role);
        Some(role)
    }
}

impl Reader<'_> {
    /// What words are if they are a damaged label, of a row or another; it leaves the context as it is.
    pub(crate) fn meaning(&self, words: Span) -> Option<Role> {
        let words = words.slice(self.text)?;
        let label = nearest(words, self.form.near).or_else(|| nearest(words, |_| true))?;
        Some((self.form.role)(label, self.context))
    }

    /// Whether a label has the number of a group or of a row without one before it: `（六）`.
    fn is_group(&self, label: &Atom) -> bool {
        let before = self.text.get(..label.span.start as usize).and_then(number_before);
        before.is_some_and(|(point, number)| matches!(point, ')' | '）') && is_numeral(number))
    }
}

/// Whether a text ends with the number of a label: `（七）`, `3.`.
pub(super) fn is_numbered(before: &str) -> bool {
    number_before(before).is_some()
}

/// Whether a text ends with the number of a row within its group: `3.`.
pub(super) fn is_item(before: &str) -> bool {
    number_before(before)
        .is_some_and(|(point, number)| !matches!(point, ')' | '）') && digit(number).is_some())
}

/// The point or bracket with which a text ends, and the last letter of the number before it.
fn number_before(text: &str) -> Option<(char, char)> {
    let mut behind = text.chars().rev().filter(|c| !is_space(*c));
    let point = behind.next().filter(|c| matches!(c, ')' | '）' | '、' | '.' | '．'))?;
    let number = behind.next().filter(|c| digit(*c).is_some() || is_numeral(*c))?;
    Some((point, number))
}
