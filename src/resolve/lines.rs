//! Rows as lines of the grid, and back.

use alloc::vec::Vec;

use super::form::Form;
use super::grid::{Constraint, Grid, Line, bit};
use super::piece::{Piece, Problem};
use super::readings::{Head, Readings};
use super::row::Domain;
use super::slot::{Slot, UNKNOWN};
use super::support::Support;
use super::table::Table;

/// The grid of a table, and for each searched row the class of each of its readings.
pub(super) struct Lines {
    pub(super) grid: Grid,
    pub(super) classes: Vec<Vec<u32>>,
}

impl Lines {
    pub(super) fn new(table: &Table<'_>) -> Self {
        let problem = table.problem;
        let mut grid = Grid::new(problem.form, problem.rows.len());
        let mut classes = Vec::with_capacity(table.loose.len());
        let (mut searched, mut values) = (0_u64, Vec::with_capacity(problem.form.columns()));
        for row in 0..problem.rows.len() {
            let line = match table.loose(row).map(|loose| &loose.domain) {
                Some(Domain::Open(readings)) => {
                    let (line, of) = open(table, row, readings);
                    classes.push(of);
                    Some(line)
                }
                domain => {
                    if domain.is_some() {
                        classes.push(Vec::new());
                    }
                    // A row of which nothing is known hands on what others say of it.
                    match constant(table, row, domain, &mut values) {
                        true if grid.settle(row, &values) => None,
                        true => {
                            grid.lines.push(Line { classes: values.clone() });
                            continue;
                        }
                        false => Some(grid.unknown()),
                    }
                }
            };
            searched |= if line.is_some() { bit(row) } else { 0 };
            grid.lines.push(line.unwrap_or_default());
        }
        // Sums over what the text fixes are the publisher's affair.
        for constraint in &mut grid.constraints {
            constraint.on = touches(constraint, searched);
        }
        Self { grid, classes }
    }
}

pub(super) fn touches(constraint: &Constraint, rows: u64) -> bool {
    constraint.rows & rows != 0
}

/// The values of a row that is not searched; false where it is lost or cannot be read: they are not known.
fn constant(table: &Table<'_>, row: usize, domain: Option<&Domain>, values: &mut Vec<i64>) -> bool {
    values.clear();
    match domain {
        Some(Domain::Fixed { slots, .. }) => {
            values.extend(slots.iter().map(|slot| term(slot.term(), slot.is_void())));
        }
        None if table.problem.is_placed(row) => values.extend(table.problem.row(row).iter().map(printed)),
        _ => return false,
    }
    if values.contains(&VOID) {
        let blank = values.iter().all(|value| *value == VOID);
        blank_sums(table, row, blank, values);
    }
    true
}

/// The value of a cell in which no figure is printed, until it is known whether it counts as zero.
const VOID: i64 = UNKNOWN + 1;

fn term(value: i64, void: bool) -> i64 {
    if void { VOID } else { value }
}

fn printed(piece: &Piece) -> i64 {
    match piece {
        Piece::Figure { value, .. } => *value,
        Piece::Blank | Piece::Mark(..) => VOID,
        Piece::Run(_) | Piece::Unreadable(_) => UNKNOWN,
    }
}

/// Nothing printed counts as zero, except a total that may have been left blank.
fn blank_sums(table: &Table<'_>, row: usize, blank_row: bool, values: &mut [i64]) {
    let form = table.problem.form;
    let sums = form.column_sums().iter();
    let is_total_row = sums.filter(|sum| sum.totals_is_sum).any(|sum| sum.totals & bit(row) != 0);
    let summed = form.has_row_sums();
    let last = values.len().saturating_sub(1);
    let parts = values.iter().take(last).any(|value| *value != VOID && *value != 0);
    for (column, value) in values.iter_mut().enumerate() {
        if *value == VOID {
            let row_total = summed && table.blank_sums && column == last && parts;
            let column_total = is_total_row && (table.blank_sums || blank_row);
            *value = if row_total || column_total { UNKNOWN } else { 0 };
        }
    }
}

/// The line of a searched row: its readings' distinct values. Blank and zero are one value here.
pub(super) fn open(table: &Table<'_>, row: usize, readings: &Readings) -> (Line, Vec<u32>) {
    let columns = table.problem.form.columns();
    let mut values: Vec<i64> = Vec::with_capacity(readings.heads.len() * columns);
    for head in &readings.heads {
        let first = values.len();
        values.extend(readings.slots(head, columns).iter().map(|slot| term(slot.term(), slot.is_void())));
        let own = values.get_mut(first..).unwrap_or(&mut []);
        if own.contains(&VOID) {
            blank_sums(table, row, false, own);
        }
    }
    if readings.heads.len() == 1 {
        return (Line { classes: values }, [0].into());
    }
    let vector = |at: usize| values.get(at * columns..(at + 1) * columns).unwrap_or(&[]);
    let mut order: Vec<usize> = (0..readings.heads.len()).collect();
    order.sort_by(|a, b| vector(*a).cmp(vector(*b)));
    let mut line = Line::default();
    let mut classes: Vec<u32> = order.iter().map(|_| 0).collect();
    let mut class = 0_u32;
    for (place, at) in order.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| order.get(place));
        if before.is_none_or(|before| vector(*before) != vector(*at)) {
            line.classes.extend_from_slice(vector(*at));
            class += 1;
        }
        if let Some(of) = classes.get_mut(*at) {
            *of = class - 1;
        }
    }
    (line, classes)
}

/// The readings whose class is supported.
pub(super) fn supported<'r>(
    readings: &'r Readings,
    classes: &'r [u32],
    supported: &'r [bool],
) -> impl Iterator<Item = &'r Head> {
    let holds = |class: &u32| supported.get(*class as usize).copied().unwrap_or(false);
    readings.heads.iter().zip(classes).filter(move |(_, class)| holds(class)).map(|(head, _)| head)
}

/// Adds all readings of a row, block by block.
pub(super) fn add_all(support: &mut Support, readings: &Readings, form: &Form) {
    for head in &readings.heads {
        let before =
            form.blocks().iter().take(head.block.into()).map(|block| usize::from(block.columns)).sum();
        let width = form.blocks().get(usize::from(head.block)).map_or(0, |block| block.columns.into());
        support.add_head(readings, head, before, width);
    }
}

/// Whether the readings are no others than the one that is fixed.
pub(super) fn is_only(readings: &Readings, fixed: &Domain, columns: usize) -> bool {
    let Domain::Fixed { slots, .. } = fixed else { return false };
    let same = |(a, b): (&Slot, &Slot)| a.content == b.content && a.value == b.value;
    readings.heads.iter().all(|head| readings.slots(head, columns).iter().zip(slots).all(same))
}

/// A placed row whose total is blank beside parts that are not.
pub(super) fn leaves_total_blank(problem: &Problem<'_>, row: usize) -> bool {
    if !problem.is_placed(row) || !problem.form.has_row_sums() {
        return false;
    }
    let Some((total, parts)) = problem.row(row).split_last() else { return false };
    printed(total) == VOID && parts.iter().any(|part| !matches!(printed(part), VOID | UNKNOWN | 0))
}

/// Rows that the text fixes and whose own sum fails: one of their cells is misprinted, nobody knows which.
pub(super) fn misprinted(table: &Table<'_>) -> Vec<usize> {
    if !table.problem.form.has_row_sums() {
        return Vec::new();
    }
    let fails = |row: &usize| match table.loose(*row).map(|loose| &loose.domain) {
        Some(Domain::Fixed { slots, .. }) => {
            fails(table, slots.iter().map(|slot| term(slot.term(), slot.is_void())))
        }
        None if table.problem.is_placed(*row) => fails(table, table.problem.row(*row).iter().map(printed)),
        _ => false,
    };
    (0..table.problem.rows.len()).filter(fails).collect()
}

/// Whether the last value is not the sum of the others. A blank total says nothing where totals are left blank.
fn fails(table: &Table<'_>, values: impl Iterator<Item = i64>) -> bool {
    let (mut sum, mut last) = (0_i64, VOID);
    for value in values {
        if value == UNKNOWN {
            return false;
        }
        sum = sum.saturating_add(if last == VOID { 0 } else { last });
        last = value;
    }
    if last == VOID { !table.blank_sums && sum != 0 } else { sum != last }
}
