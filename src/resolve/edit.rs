//! Reading a row otherwise than literally: one change to its pieces.

use super::digits;
use super::piece::Piece;
use crate::Span;

/// What is changed. All but `None` also join pieces that are no figures by themselves (`30 01`, `3,` `001`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Edit {
    None,
    /// Only the joins that the pieces themselves ask for.
    Joined,
    /// Pieces `at` and `at + 1` are one figure, or the same run.
    Join {
        at: u16,
    },
    /// Piece `at` holds several figures whose separator was lost.
    Split {
        at: u16,
    },
    /// Pieces that are none of the row's cells.
    Drop {
        first: u16,
        count: u16,
    },
}

impl Edit {
    pub(super) fn keeps(self, at: usize) -> bool {
        match self {
            Self::Drop { first, count } => at < first.into() || at >= usize::from(first) + usize::from(count),
            _ => true,
        }
    }

    pub(super) fn splits(self, at: usize) -> bool {
        matches!(self, Self::Split { at: split } if at == usize::from(split))
    }

    /// Whether piece `at` continues the piece before it.
    pub(super) fn joins(self, text: &str, pieces: &[Piece], at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        match self {
            Self::None => false,
            Self::Join { at: join } if before == usize::from(join) => at < pieces.len(),
            _ if !self.keeps(at) || !self.keeps(before) => false,
            // `05` is 0 and 5 here, not the rest of the figure before it.
            _ if self.splits(at) => false,
            _ => forced(text, pieces, at),
        }
    }

    /// Whether it follows from the pieces alone: halves of one figure, or a piece too many that is no figure.
    pub(super) fn is_evident(self, text: &str, pieces: &[Piece], columns: usize) -> bool {
        match self {
            Self::Joined => pieces.len() - forced_joins(text, pieces) == columns,
            Self::Drop { .. } => self.drops_note(pieces),
            _ => false,
        }
    }

    /// Whether it leaves out a note between the figures, with a year in it or without.
    fn drops_note(self, pieces: &[Piece]) -> bool {
        let dropped = self.dropped(pieces);
        [dropped.first(), dropped.last()].iter().all(|end| matches!(end, Some(Piece::Unreadable(_))))
    }

    /// Whether figures other than zero are left out, for no other reason than the sums.
    pub(super) fn loses(self, pieces: &[Piece]) -> bool {
        let figure = |piece: &Piece| match *piece {
            Piece::Figure { value, literal, .. } => value != 0 || !literal,
            Piece::Run(_) => true,
            _ => false,
        };
        self.dropped(pieces).iter().any(figure) && !self.drops_note(pieces)
    }

    fn dropped(self, pieces: &[Piece]) -> &[Piece] {
        match self {
            Self::Drop { first, count } => {
                pieces.get(first.into()..usize::from(first) + usize::from(count)).unwrap_or(&[])
            }
            _ => &[],
        }
    }

    /// How far the reading is from the literal one; orders candidates only.
    pub(super) fn cost(self) -> u32 {
        match self {
            Self::None => 0,
            Self::Joined => 100,
            Self::Join { .. } => 200,
            Self::Split { .. } => 210,
            Self::Drop { .. } => 220,
        }
    }

    /// The pieces it concerns, in the text.
    pub(super) fn span(self, text: &str, pieces: &[Piece]) -> Option<Span> {
        let (from, to) = match self {
            Self::None => return None,
            Self::Joined => {
                let at = (1..pieces.len()).find(|&at| forced(text, pieces, at))?;
                (at - 1, at + 1)
            }
            Self::Join { at } => (usize::from(at), usize::from(at) + 2),
            Self::Split { at } => (usize::from(at), usize::from(at) + 1),
            Self::Drop { first, count } => (usize::from(first), usize::from(first) + usize::from(count)),
        };
        pieces.get(from..to)?.iter().filter_map(|piece| piece.span()).reduce(Span::join)
    }
}

/// Whether two pieces can only be one figure: the second begins with a zero that no figure begins with, or the first
/// ends in a thousands separator.
fn forced(text: &str, pieces: &[Piece], at: usize) -> bool {
    let pair = at.checked_sub(1).and_then(|before| pieces.get(before..=at));
    let Some([Piece::Figure { span: first, literal, .. }, Piece::Figure { span: second, literal: also, .. }]) =
        pair
    else {
        return false;
    };
    let zero =
        |text: &str| text.chars().next().and_then(digits::digit) == Some(0) && digits::count(text, 2) == 2;
    let comma = |text: &str| text.ends_with([',', '，']);
    !also && second.slice(text).is_some_and(zero) || !literal && first.slice(text).is_some_and(comma)
}

/// How many joins the pieces themselves ask for.
pub(super) fn forced_joins(text: &str, pieces: &[Piece]) -> usize {
    (1..pieces.len()).filter(|&at| forced(text, pieces, at)).count()
}

/// The single repairs that can make `pieces` fill `columns`. Of those that make the same row, one.
pub(super) fn repairs(text: &str, pieces: &[Piece], columns: usize) -> impl Iterator<Item = Edit> {
    let joined = pieces.len() - forced_joins(text, pieces);
    let extra = joined.saturating_sub(columns);
    let number = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
    let last = pieces.len();
    // Superfluous pieces stand together: a note, a page number between its dashes, a year with its character.
    let drops = (0..if extra > 0 { last + 1 - extra } else { 0 })
        .filter(move |&first| first == 0 || !is_same(pieces, first - 1, first + extra - 1))
        .map(move |first| Edit::Drop { first: number(first), count: number(extra) });
    let joins = (1..if extra <= 1 { last } else { 0 })
        .filter(|&at| !matches!(pieces.get(at - 1), Some(Piece::Figure { value: 0, literal: true, .. })))
        .map(move |at| Edit::Join { at: number(at - 1) });
    let splits = (0..if extra == 0 { last } else { 0 }).map(move |at| Edit::Split { at: number(at) });
    drops.chain(joins).chain(splits)
}

/// Whether two pieces are the same figure, or blanks.
fn is_same(pieces: &[Piece], one: usize, other: usize) -> bool {
    match (pieces.get(one), pieces.get(other)) {
        (
            Some(Piece::Figure { value: a, literal: true, signed: c, .. }),
            Some(Piece::Figure { value: b, literal: true, signed: d, .. }),
        ) => a == b && c == d,
        (Some(Piece::Blank), Some(Piece::Blank)) => true,
        _ => false,
    }
}
