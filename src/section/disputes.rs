//! 四、政府信息公开行政复议、行政诉讼情况.

use alloc::vec::Vec;

use super::atom::{Atom, Kind};
use super::cells::Cells;
use super::fill::{Region, Sink};
use super::grid::joint;
use super::group_rows;
use super::place::{adds_up, is_filled};
use super::reading::{self, Line};
use super::rows::{Draft, Drafts, Source};
use super::tidy::has_sum;
use super::twice;
use crate::layout::{Break, Rule};
use crate::resolve;
use crate::template::labels::Label;
use crate::template::{FactPath, Group, Outcome, TableKind};

/// The figures of the table: one row without a label.
pub(crate) const COLUMNS: usize = 15;

/// Whether the labels are those of the table and not of prose about it.
pub(crate) fn is_table(atoms: &[Atom]) -> bool {
    let outcomes = atoms.iter().filter(|atom| matches!(atom.kind, Kind::Label(Label::Outcome(_)))).count();
    let parts = [Group::LitigationDirect, Group::LitigationAfterReconsideration];
    let split = atoms
        .iter()
        .any(|atom| matches!(atom.kind, Kind::Label(Label::Group(group)) if parts.contains(&group)));
    let whole = atoms.iter().any(|atom| matches!(atom.kind, Kind::Label(Label::Litigation)));
    outcomes >= 3 || (split && (whole || outcomes > 0))
}

/// The row of figures below the heads.
pub(crate) fn row(rule: &Rule, atoms: &[Atom]) -> Drafts {
    let mut drafts = Drafts::default();
    let head = |atom: &Atom| {
        matches!(atom.kind, Kind::Label(Label::Outcome(_) | Label::Group(_) | Label::Litigation))
    };
    let begin = atoms.iter().position(head).unwrap_or(0);
    let atoms = atoms.get(begin..).unwrap_or(&[]);
    let twice = || twice::has_label_twice(atoms, TableKind::Disputes);
    let source = if let Some(cells) = group_rows::cells(atoms) {
        drafts.pieces = cells;
        Source::Label
    } else if rule.grid {
        grid(Cells(atoms), twice, &mut drafts)
    } else {
        flow(atoms, twice, &mut drafts)
    };
    let source = if is_shifted(&drafts.pieces) { Source::Doubtful } else { source };
    let pieces = 0..drafts.pieces.len();
    if !pieces.is_empty() {
        drafts.rows.push(Draft::new(Some(0), None, pieces, source));
    }
    drafts
}

/// Whether residue of the heads stands before the first cell and the last one is lost, or the first one is lost and
/// residue stands behind the last: the totals are right only one cell further, or before.
fn is_shifted(cells: &[Atom]) -> bool {
    let size = Outcome::ALL.len();
    // All totals but that of the last group, or of the first, of which one is not zero.
    let hold = |cells: &[Atom]| cells.chunks_exact(size).take(Group::ALL.len() - 1).all(adds_up);
    let better = |cells: &[Atom]| hold(cells) && cells.chunks_exact(size).any(has_sum);
    let blank = |atom: &Atom| matches!(atom.kind, Kind::Blank);
    match cells {
        [first, rest @ ..] if cells.len() == COLUMNS && blank(first) && !hold(cells) && better(rest) => true,
        [rest @ .., last] if cells.len() == COLUMNS && blank(last) && !hold(cells) => {
            rest.get(size - 1..).is_some_and(better)
        }
        _ => false,
    }
}

/// The first row of figures, unless another follows, or one of blanks where the heads stand `twice`; the row that goes on
/// with it when it is broken, or else a row of blanks.
fn grid(mut atoms: Cells<'_>, twice: impl Fn() -> bool, drafts: &mut Drafts) -> Source {
    let mut blank: Option<Cells<'_>> = None;
    // Rows of heads, and those of them behind the first, which is cut, that begin with a blank cell: if all do, a program
    // numbers the rows.
    let (mut seen, mut bare) = (0, 0);
    while !atoms.0.is_empty() {
        let row;
        (atoms, row) = atoms.row();
        // The figures of a line of its own, or behind the last head where lines were lost.
        let heads = row.0.iter().rposition(|atom| matches!(atom.kind, Kind::Label(_) | Kind::Fragment));
        let whole = row;
        let row = Cells(row.0.get(heads.map_or(0, |last| last + 1)..).unwrap_or(&[]));
        if heads.is_some() && row.0.len() < COLUMNS {
            bare +=
                usize::from(seen > 0 && whole.0.first().is_some_and(|atom| matches!(atom.kind, Kind::Blank)));
            seen += 1;
            continue;
        }
        let numbered = bare > 1 && bare + 1 == seen && row.0.len() == COLUMNS + 1;
        let row = Cells(row.0.get(usize::from(numbered)..).unwrap_or(&[]));
        if row.0.iter().any(Atom::is_printed) {
            let short = drafts.pieces.len() < COLUMNS;
            let whole = !short || drafts.pieces.len() + row.0.len() > COLUMNS + 1;
            if let Some(total) = total_below(&drafts.pieces, row.0) {
                drafts.pieces.pop();
                drafts.pieces.push(total);
                return Source::Gaps;
            }
            if !drafts.pieces.is_empty() && whole {
                let other = is_other(&drafts.pieces, row.0) || !are_same(&drafts.pieces, row.0) && twice();
                return if other { Source::Doubtful } else { Source::Label };
            }
            let line = drafts.pieces.len();
            drafts.pieces.extend_from_slice(row.0);
            join(line, &mut drafts.pieces);
        } else if row.0.len() >= COLUMNS {
            blank = blank.or(Some(row));
        }
    }
    let Some(row) = blank else { return Source::Label };
    if !drafts.pieces.is_empty() {
        return if twice() { Source::Doubtful } else { Source::Label };
    }
    drafts.pieces.extend(row.0.iter().take(COLUMNS));
    Source::Label
}

/// The last total, where it stands on the line below a row that ends with a separator: the other groups have theirs, and it
/// is the sum of its own.
fn total_below(cells: &[Atom], below: &[Atom]) -> Option<Atom> {
    let (total, rest) = below.split_first()?;
    let mut groups = cells.rchunks_exact(Outcome::ALL.len());
    let (last, parts) = groups.next()?.split_last()?;
    let alone = matches!(total.kind, Kind::Figure(_)) && !rest.iter().any(is_filled);
    let lacks = cells.len() == COLUMNS && !is_filled(last);
    let whole: Vec<Atom> = parts.iter().chain([total]).copied().collect();
    let sums = groups.all(|group| group.last().is_some_and(is_filled)) && adds_up(&whole);
    (alone && lacks && sums).then_some(*total)
}

/// A row broken before a separator, so that one of its cells ends its first line and begins the second: its sums tell that
/// the blank one of the two is none.
fn join(second: usize, cells: &mut Vec<Atom>) {
    let joint = if cells.len() == COLUMNS + 1 { joint(second, &(0..cells.len()), cells) } else { None };
    let Some((at, blank)) = joint.and_then(|at| Some((at, *cells.get(at)?))) else { return };
    cells.remove(at);
    if !cells.chunks(Outcome::ALL.len()).all(adds_up) {
        cells.insert(at, blank);
    }
}

/// Every figure behind the heads. Blank cells count from the first figure on: those before are residue of the heads.
fn flow(atoms: &[Atom], twice: impl Fn() -> bool, drafts: &mut Drafts) -> Source {
    let begin = atoms
        .iter()
        .rposition(|atom| matches!(atom.kind, Kind::Label(_) | Kind::Fragment))
        .map_or(0, |at| at + 1);
    let behind = atoms.get(begin..).unwrap_or(&[]);
    let figures = |atoms: &[Atom]| atoms.iter().filter(|atom| atom.is_printed()).count();
    // The first group's may stand before the heads of the others.
    let parted = figures(behind) < COLUMNS && figures(atoms) == COLUMNS;
    let pieces = if figures(behind) > 0 && !parted { behind } else { atoms };
    // Words behind the figures are prose again.
    let begun = pieces.iter().position(Atom::is_piece).unwrap_or(0);
    let words = |atom: &&Atom| parted || !matches!(atom.kind, Kind::Text);
    let row = pieces.iter().skip(begun).take_while(words);
    drafts.pieces.extend(row.filter(|atom| atom.is_piece()));
    let blank = |atom: &Atom| matches!(atom.kind, Kind::Blank);
    let begins_blank = atoms.get(..begin).is_some_and(|heads| heads.iter().any(blank));
    if begins_blank && drafts.pieces.len() == COLUMNS + 1 && drafts.pieces.first().is_some_and(blank) {
        // Every row begins so, those of the heads as well, which have no blank cell.
        drafts.pieces.remove(0);
    }
    // Heads and figures by turns: the page was not read row by row.
    let heads = atoms.get(..begin).unwrap_or(&[]);
    let runs = || heads.chunk_by(|a, b| a.is_piece() == b.is_piece());
    let turns = runs().filter(|run| figures(run) > 0).count();
    let most = usize::from(parted);
    let broken = turns > most && figures(&drafts.pieces) != COLUMNS || turns > 2;
    let other = |run: &[Atom]| figures(run) > 0 && (figures(behind) == 0 || !are_same(run, &drafts.pieces));
    if broken
        || is_strewn(&drafts.pieces)
        || runs().any(other) && twice()
        || runs().any(|run| is_other(run, &drafts.pieces))
    {
        Source::Doubtful
    } else {
        Source::Label
    }
}

/// Whether a second table has other figures, as that of another year: which of them is meant is not said.
fn is_other(first: &[Atom], second: &[Atom]) -> bool {
    let whole = |cells: &[Atom]| {
        let figure = |atom: &Atom| matches!(atom.kind, Kind::Figure(_));
        cells.len() == COLUMNS && cells.iter().all(Atom::is_piece) && cells.iter().any(figure)
    };
    whole(first) && whole(second) && !are_same(first, second)
}

fn are_same(first: &[Atom], second: &[Atom]) -> bool {
    first.len() == second.len() && first.iter().zip(second).all(|(a, b)| a.kind == b.kind)
}

/// Whether the cells stand on a few lines and have other sums: units wrapped below their figures leave these in the order
/// of the lines.
fn is_strewn(cells: &[Atom]) -> bool {
    let breaks = cells.iter().skip(1).filter(|atom| atom.before != Break::None).count();
    let few = breaks > 0 && breaks + 1 < cells.len() && cells.len() == COLUMNS;
    few && !cells.chunks_exact(Outcome::ALL.len()).all(adds_up)
}

/// Fills the disputes table.
pub(crate) fn fill(sink: &mut Sink<'_>, region: &Region<'_>, drafts: &Drafts) {
    let lines = [Line { draft: drafts.rows.first(), lead: None, subtotal: None }];
    reading::fill(sink, region, drafts, &lines, &resolve::Form::disputes(), |sink, _, column, cell, ends| {
        let cell = if ends { cell } else { sink.cut_off(cell) };
        let (group, outcome) = (column / Outcome::ALL.len(), column % Outcome::ALL.len());
        if let (Some(group), Some(outcome)) = (Group::ALL.get(group), Outcome::ALL.get(outcome)) {
            sink.put(FactPath::Disputes(*group, *outcome), cell);
        }
    });
}
