//! A row as a sequence of atoms: digits between which figures may end, and cells that are whole.

use alloc::vec::Vec;

use super::digits::{self, Digit, Sign};
use super::edit::Edit;
use super::figures;
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
    pub(super) rest: u8,
    /// A digit, or the figure's value.
    pub(super) value: i64,
    /// How long the figures may be that begin here, and what they are (see `figures`).
    pub(super) lengths: u32,
    pub(super) through: u64,
    /// How many values other than zero there are up to it.
    filled: u16,
    span: Span,
}

impl Atom {
    fn new(kind: Kind, cut: Cut, sign: Sign, value: i64, span: Span) -> Self {
        Self { kind, cut, sign, comma: false, rest: 0, value, lengths: 0, through: 0, filled: 0, span }
    }
}

/// The atoms of a row under one edit of its pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Sequence {
    pub(super) atoms: Vec<Atom>,
    /// The sum of all values, modulo nine.
    rest: u8,
    /// All digits as one number, modulo what it has room for.
    through: u64,
    filled: u16,
    /// Blanks at the start, and where the blanks at the end begin: they may be residue.
    pub(super) head: usize,
    pub(super) tail: usize,
    pub(super) only_digits: bool,
    /// No digits: each atom fills a column.
    pub(super) only_cells: bool,
    pub(super) signed: bool,
    unreadable: bool,
    /// It is known how long the figures may be.
    measured: bool,
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
        let mut sequence =
            Self { atoms, only_digits: true, only_cells: true, measured: true, ..Self::default() };
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
        if joins || !sequence.measured {
            figures::measure(&mut sequence.atoms);
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
        let lengths = u32::from(kind == Kind::Figure);
        self.put(Atom { lengths, ..Atom::new(kind, Cut::Must, sign, value, span) });
        Some(())
    }

    fn put(&mut self, atom: Atom) {
        self.through = self.through.wrapping_mul(10).wrapping_add(atom.value as u64);
        self.filled += u16::from(atom.value != 0);
        let Self { rest, through, filled, .. } = *self;
        self.atoms.push(Atom { rest, through, filled, ..atom });
        self.signed |= atom.sign != Sign::None;
        let own = if atom.value < 9 && atom.value >= 0 { atom.value } else { atom.value.rem_euclid(9) };
        self.rest = (self.rest + u8::try_from(own).unwrap_or(0)) % 9;
    }

    fn run(&mut self, text: &str, span: Span, glued: bool, cuttable: bool, most: usize) -> Option<()> {
        let first = self.atoms.len();
        let run = span.slice(text)?;
        self.only_cells = false;
        if cuttable && !glued && !run.is_empty() && run.bytes().all(|byte| byte.is_ascii_digit()) {
            return (first + run.len() <= most).then(|| self.plain_run(run.as_bytes(), span.start));
        }
        self.measured = false;
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
            let span = Span::new(span.start + d.start, span.start + d.end);
            let atom = Atom::new(Kind::Digit, cut, d.sign, d.value.into(), span);
            self.put(Atom { comma: d.comma && cuttable, ..atom });
            self.atoms.len() <= most
        });
        let run = self.atoms.get_mut(first..).unwrap_or(&mut []);
        (whole && (!commas || figures::group_thousands(run))).then_some(())
    }

    /// Nothing but ASCII digits, between all of which figures may end: nearly every run.
    fn plain_run(&mut self, run: &[u8], start: u32) {
        let Self { mut rest, mut through, mut filled, .. } = *self;
        let atoms = (start..).zip(run).zip((1..=run.len()).rev()).map(|((at, byte), left)| {
            let digit = byte.wrapping_sub(b'0');
            let cut = if at == start { Cut::Must } else { Cut::May };
            let atom = Atom::new(Kind::Digit, cut, Sign::None, digit.into(), Span::new(at, at + 1));
            through = through.wrapping_mul(10).wrapping_add(digit.into());
            filled += u16::from(digit != 0);
            let lengths = if digit == 0 { 1 } else { figures::up_to(left) };
            let atom = Atom { rest, through, filled, lengths, ..atom };
            rest = (rest + digit) % 9;
            atom
        });
        self.atoms.extend(atoms);
        (self.rest, self.through, self.filled) = (rest, through, filled);
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

    /// The rest of the values before an atom between `from` and `to` if those up to it can sum to a figure made of those
    /// behind it: it lies half-way, and five is a half modulo nine.
    pub(super) fn middle_rest(&self, from: usize, to: usize) -> u8 {
        let rest = |at: usize| self.atoms.get(at).map_or(self.rest, |atom| atom.rest);
        (rest(from) + rest(to)) * 5 % 9
    }

    /// How many digits other than zero there are among atoms `from..to`.
    pub(super) fn digits(&self, from: usize, to: usize) -> i64 {
        let up_to =
            |at: usize| at.checked_sub(1).and_then(|at| self.atoms.get(at)).map_or(0, |atom| atom.filled);
        i64::from(up_to(to)) - i64::from(up_to(from))
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
