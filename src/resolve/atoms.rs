//! A row as a sequence of atoms: digits between which figures may end, and cells that are whole.

use alloc::vec::Vec;

use super::digits::{self, Digit, Sign};
use super::edit::Edit;
use super::figures::{Figures, Reach};
use super::piece::Piece;
use crate::Span;
use crate::report::Mark;

/// The most digits of a figure within a run; longer ones overflow.
pub(super) const MAX_DIGITS: usize = 18;
/// The most pieces that a row may have beyond its columns and still be searched.
pub(super) const MAX_EXTRA: usize = 8;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Digit,
    Figure,
    Blank,
    Mark(Mark),
    Unreadable,
}

/// Whether a figure may end before an atom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    May,
    Must,
    Never,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    pub(super) kind: Kind,
    /// Before this atom.
    pub(super) cut: Cut,
    pub(super) sign: Sign,
    /// A thousands separator stands before it.
    pub(super) comma: bool,
    /// The sum of the values before it, modulo nine: a sum and its parts leave the same rest, wherever they are cut.
    rest: u8,
    /// A digit, or the figure's value.
    pub(super) value: i64,
    span: Span,
}

/// The atoms of a row under one edit of its pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Sequence {
    pub(super) atoms: Vec<Atom>,
    /// The sum of all values, modulo nine.
    rest: u8,
    /// Blanks at the start, and where the blanks at the end begin: they may be residue.
    pub(super) head: usize,
    pub(super) tail: usize,
    pub(super) only_digits: bool,
    /// No digits: each atom fills a column.
    pub(super) only_cells: bool,
    pub(super) signed: bool,
    unreadable: bool,
}

impl Sequence {
    /// `None` when the row cannot be read so: a figure that is none, a run with other signs in it, too many atoms.
    pub(super) fn build(text: &str, pieces: &[Piece], edit: Edit, columns: usize) -> Option<Self> {
        if pieces.len() > columns + MAX_EXTRA {
            return None;
        }
        let digits = |piece: &Piece| if let Piece::Run(span) = piece { span.len() } else { 1 };
        let atoms = pieces.iter().fold(0_usize, |sum, piece| sum.saturating_add(digits(piece)));
        let atoms = Vec::with_capacity(atoms.min(columns * 6));
        let mut sequence = Self { atoms, only_digits: true, only_cells: true, ..Self::default() };
        let most = columns * MAX_DIGITS + MAX_EXTRA;
        let odd = |piece: &Piece| matches!(piece, Piece::Figure { literal: false, .. });
        let joins = matches!(edit, Edit::Join { .. }) || edit != Edit::None && pieces.iter().any(odd);
        let mut glued = false;
        for (at, piece) in pieces.iter().enumerate() {
            let glues = joins && edit.joins(text, pieces, at + 1);
            if edit.keeps(at) {
                sequence.push(text, *piece, glued, glued || glues, edit.splits(at), most)?;
            }
            glued = glues;
        }
        let blank = |atom: &&Atom| atom.kind == Kind::Blank;
        sequence.head = sequence.atoms.iter().take_while(blank).count();
        sequence.tail = sequence.len() - sequence.atoms.iter().rev().take_while(blank).count();
        Some(sequence)
    }

    fn push(
        &mut self,
        text: &str,
        piece: Piece,
        glued: bool,
        in_digits: bool,
        split: bool,
        most: usize,
    ) -> Option<()> {
        let nowhere = Span::new(0, 0);
        let (kind, value, sign, span) = match piece {
            Piece::Run(_) if split => return None,
            Piece::Run(span) => return self.run(text, span, glued, true, most),
            Piece::Figure { span, .. } if in_digits || split => {
                if split && digits::count(span.slice(text)?, 2) < 2 {
                    return None;
                }
                return self.run(text, span, glued, split, most);
            }
            _ if in_digits || split => return None,
            Piece::Figure { literal: false, .. } => return None,
            Piece::Figure { value, span, signed, .. } => {
                (Kind::Figure, value, if signed { Sign::Plus } else { Sign::None }, span)
            }
            Piece::Blank => (Kind::Blank, 0, Sign::None, nowhere),
            Piece::Mark(mark, span) => (Kind::Mark(mark), 0, Sign::None, span),
            Piece::Unreadable(span) => (Kind::Unreadable, 0, Sign::None, span),
        };
        self.only_digits = false;
        self.unreadable |= kind == Kind::Unreadable;
        self.put(Atom { kind, cut: Cut::Must, sign, comma: false, rest: 0, value, span });
        Some(())
    }

    fn put(&mut self, atom: Atom) {
        self.atoms.push(Atom { rest: self.rest, ..atom });
        self.signed |= atom.sign != Sign::None;
        let own = if atom.value < 9 && atom.value >= 0 { atom.value } else { atom.value.rem_euclid(9) };
        self.rest = (self.rest + u8::try_from(own).unwrap_or(0)) % 9;
    }

    fn run(&mut self, text: &str, span: Span, glued: bool, cuttable: bool, most: usize) -> Option<()> {
        let first = self.atoms.len();
        let run = span.slice(text)?;
        self.only_cells = false;
        let mut commas = false;
        let whole = digits::walk(run, |d: Digit| {
            let cut = match d.sign {
                _ if self.atoms.len() == first && !glued => Cut::Must,
                Sign::Plus | Sign::Minus => Cut::Must,
                Sign::None if self.atoms.len() == first => Cut::Never,
                Sign::None if cuttable => Cut::May,
                Sign::None => Cut::Never,
            };
            commas |= d.comma && cuttable;
            self.put(Atom {
                kind: Kind::Digit,
                cut,
                sign: d.sign,
                comma: d.comma && cuttable,
                rest: 0,
                value: d.value.into(),
                span: Span::new(span.start + d.start, span.start + d.end),
            });
            self.atoms.len() <= most
        });
        (whole && (!commas || self.group_thousands(first))).then_some(())
    }

    /// A thousands separator binds the three digits behind it, and the figure ends there or at the next one.
    fn group_thousands(&mut self, first: usize) -> bool {
        for at in first..self.atoms.len() {
            if !self.atoms.get(at).is_some_and(|atom| atom.comma) {
                continue;
            }
            for (place, atom) in self.atoms.iter_mut().skip(at).take(4).enumerate() {
                match (place, atom.comma) {
                    (3, true) => {}
                    (3, false) => atom.cut = Cut::Must,
                    (0, _) | (_, false) => atom.cut = Cut::Never,
                    (_, true) => return false,
                }
            }
            if self.atoms.len() < at + 3 {
                return false;
            }
        }
        true
    }

    pub(super) fn len(&self) -> usize {
        self.atoms.len()
    }

    /// False where each atom fills a column and there are too few or too many, as where no blank vanishes.
    pub(super) fn fits(&self, columns: usize, vanish: bool) -> bool {
        let (least, most) = (self.tail - self.head.min(self.tail), self.len());
        vanish || columns <= most && (least <= columns || !self.only_cells)
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.atoms.get(at).map(|atom| atom.kind)
    }

    pub(super) fn is_signed(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.sign != Sign::None)
    }

    /// The figures that may begin at an atom, by rising length.
    pub(super) fn figures(&self, at: usize) -> Figures<'_> {
        Figures::new(self.atoms.get(at..).unwrap_or(&[]), at)
    }

    /// The figure that is exactly these atoms.
    pub(super) fn figure(&self, from: usize, to: usize) -> Option<Reach> {
        // No figure of several digits begins with a zero.
        if to > from + 1 && self.atoms.get(from).is_some_and(|atom| atom.value == 0) {
            return None;
        }
        let mut figures = self.figures(from);
        figures.find(|figure| usize::from(figure.to) >= to).filter(|figure| usize::from(figure.to) == to)
    }

    /// Whether the values of atoms `from..mid` can sum to a figure made of `mid..to`.
    pub(super) fn same_rest(&self, from: usize, mid: usize, to: usize) -> bool {
        let rest = |at: usize| u32::from(self.atoms.get(at).map_or(self.rest, |atom| atom.rest));
        (rest(mid) + 9 - rest(from)) % 9 == (rest(to) + 9 - rest(mid)) % 9
    }

    /// The digits other than zero among atoms `from..to`.
    pub(super) fn digits(&self, from: usize, to: usize) -> i64 {
        let atoms = self.atoms.get(from..to).unwrap_or(&[]);
        i64::try_from(atoms.iter().filter(|atom| atom.value != 0).count()).unwrap_or(i64::MAX)
    }

    pub(super) fn unreadable_in(&self, from: usize, to: usize) -> bool {
        self.unreadable && self.atoms.iter().take(to).skip(from).any(|atom| atom.kind == Kind::Unreadable)
    }

    /// Where atoms `from..to` are printed.
    pub(super) fn span(&self, from: u16, to: u16) -> Option<Span> {
        let first = self.atoms.get(usize::from(from))?;
        let last = self.atoms.get(usize::from(to).checked_sub(1)?)?;
        (from < to && first.kind != Kind::Blank).then(|| first.span.join(last.span))
    }
}
