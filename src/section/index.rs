//! Numbers that a program gave to the rows of a table: 序号, or the index that it prints before each.

use alloc::vec::Vec;

use super::atom::{Atom, Kind};
use crate::layout::Break;
use crate::template::labels::Label;

/// As many rows are told to be numbered.
const FEWEST: usize = 3;

/// Drops the numbers of rows, which separators tell in a `grid`, and only words elsewhere.
pub(super) fn drop(atoms: &mut Vec<Atom>, grid: bool) {
    let (count, beside) =
        if grid { (of_rows(atoms), Break::Cell) } else { (between_words(atoms), Break::None) };
    let Some(count) = count.filter(Count::is_one) else { return };
    let (mut places, mut at) = (count.places.into_iter().peekable(), 0..);
    let mut begun = None;
    atoms.retain_mut(|atom| {
        let is_number = at.next().is_some_and(|at| places.next_if_eq(&at).is_some());
        // What stands beside a number begins where it did.
        let before = begun.take().filter(|_| atom.before == beside);
        atom.before = before.unwrap_or(atom.before);
        begun = is_number.then_some(atom.before);
        !is_number
    });
}

/// Numbers of which each is one more than that before it, or begins anew.
struct Count {
    first: i64,
    last: i64,
    /// How often it begins.
    parts: usize,
    places: Vec<usize>,
}

impl Count {
    fn new(first: i64, place: usize) -> Self {
        Self { first, last: first, parts: 1, places: [place].into() }
    }

    /// Goes on with a number, if it is the next one or begins anew.
    fn push(&mut self, number: i64, place: usize) -> Option<()> {
        let anew = number == self.first;
        (anew || number == self.last + 1).then_some(())?;
        self.last = number;
        self.parts += usize::from(anew);
        self.places.push(place);
        Some(())
    }

    fn is_one(&self) -> bool {
        self.places.len() >= FEWEST && 2 * self.parts <= self.places.len()
    }
}

/// Each row below the heads begins with its number.
fn of_rows(atoms: &[Atom]) -> Option<Count> {
    // Nearly always the last row begins with its label.
    atoms.iter().rfind(|atom| atom.before == Break::Row).and_then(number)?;
    let mut count: Option<Count> = None;
    let mut place = 0;
    for row in atoms.chunk_by(|_, next| next.before != Break::Row) {
        match (row.first().and_then(number), &mut count) {
            (Some(number), Some(count)) => count.push(number, place)?,
            (Some(number), none) => *none = Some(Count::new(number, place)),
            // Heads have none.
            (None, _) if !row.iter().any(Atom::is_printed) => {}
            _ => return None,
        }
        place += row.len();
    }
    count
}

/// The first number, 0 or 1, stands alone before the first label, each other one behind the cells of a row.
fn between_words(atoms: &[Atom]) -> Option<Count> {
    let begin = atoms.iter().position(Atom::is_printed)?;
    let first = atoms.get(begin).and_then(number).filter(|first| (0..=1).contains(first))?;
    let is_next = |place: usize| atoms.get(place + 1).is_some_and(begins_row);
    if !is_next(begin) {
        return None;
    }
    let mut count = Count::new(first, begin);
    for (place, atom) in atoms.iter().enumerate().skip(begin + 1) {
        if atom.is_piece() && is_next(place) {
            count.push(number(atom)?, place)?;
        }
    }
    Some(count)
}

/// Whether words may begin a row: those of a head have no number.
fn begins_row(atom: &Atom) -> bool {
    !atom.is_piece() && atom.kind != Kind::Label(Label::ProactiveHead)
}

/// The number that a figure may be.
fn number(atom: &Atom) -> Option<i64> {
    match atom.kind {
        Kind::Figure(figure) if figure.is_plain() && figure.scale == 0 => Some(figure.mantissa),
        _ => None,
    }
}
