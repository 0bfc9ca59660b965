//! The tables as whole numbers, a row at a time: most rules add their cells, so they are read once.

use super::operand::Side;
use super::place::At;
use crate::report::{Cell, Report, Status};
use crate::template::{Edition, Group, Item, Measure, Row, TableKind};

/// What stands in some cells, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kinds(u8);

impl Kinds {
    /// Only figures.
    pub(super) const FIGURES: Self = Self(0);
    /// A blank or not-applicable cell.
    pub(super) const BLANK: Self = Self(1);
    /// A missing, ambiguous or unreadable cell.
    pub(super) const ABSENT: Self = Self(2);
    /// A figure that needs decimals: not a whole number, or too large to add many of in 64 bits.
    pub(super) const DECIMAL: Self = Self(4);
    /// A negative figure.
    pub(super) const NEGATIVE: Self = Self(8);

    #[must_use]
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn has(self, kind: Self) -> bool {
        self.0 & kind.0 != 0
    }
}

/// The sum of some cells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tally {
    pub(super) sum: i64,
    pub(super) kinds: Kinds,
}

impl Tally {
    /// Thirty figures of this size still add up in 64 bits.
    const LARGEST: i64 = 1 << 56;

    pub(super) const fn of(cell: Cell) -> Self {
        match cell.count() {
            Some(sum) if sum.unsigned_abs() < Self::LARGEST.unsigned_abs() => {
                Self { sum, kinds: if sum < 0 { Kinds::NEGATIVE } else { Kinds::FIGURES } }
            }
            _ => Self { sum: 0, kinds: Self::kinds(cell.status()) },
        }
    }

    /// The kind of a cell that is no small whole number.
    const fn kinds(status: Status) -> Kinds {
        match status {
            Status::Value => Kinds::DECIMAL,
            Status::Blank | Status::NotApplicable => Kinds::BLANK,
            Status::Unreadable | Status::Ambiguous | Status::Missing => Kinds::ABSENT,
        }
    }
}

/// A tally for each cell of a row, up to seven; the rest stays empty so that rows add up in whole machine words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lanes {
    sums: [i64; 8],
    /// A byte of [`Kinds`] for each cell, the first in the lowest.
    kinds: u64,
}

/// How often each cell of a row counts in what a rule demands, less how often it counts in what it finds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Weights {
    of: [i64; 8],
    /// All bits of the [`Kinds`] of those that count on the one side, on the other.
    kinds: [u64; 2],
}

impl Weights {
    pub(super) fn add(&mut self, lane: usize, weight: i64, side: Side) {
        let [demanded, found] = &mut self.kinds;
        if let Some(sum) = self.of.get_mut(lane) {
            *sum += weight;
            *(if side == Side::Actual { found } else { demanded }) |= u64::from(u8::MAX) << (8 * lane);
        }
    }
}

/// How much more a rule demands of some cells than it finds, with what stands in those on either side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Excess {
    pub(super) sum: i64,
    pub(super) demanded: Kinds,
    pub(super) found: Kinds,
}

impl Lanes {
    pub(super) const NOTHING: Self = Self { sums: [0; 8], kinds: 0 };

    fn of<'a>(cells: impl IntoIterator<Item = &'a Cell> + Clone) -> Self {
        let (mut lanes, mut all) = (Self::NOTHING, 0);
        for (sum, cell) in lanes.sums.iter_mut().zip(cells.clone()) {
            *sum = cell.count().unwrap_or(i64::MIN);
            all |= *sum;
        }
        // As nearly all are: small whole numbers.
        if (0..Tally::LARGEST).contains(&all) { lanes } else { Self::of_any(cells) }
    }

    #[cold]
    fn of_any<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> Self {
        let mut lanes = Self::NOTHING;
        for (lane, (sum, cell)) in lanes.sums.iter_mut().zip(cells).enumerate() {
            let tally = Tally::of(*cell);
            *sum = tally.sum;
            lanes.kinds |= u64::from(tally.kinds.0) << (8 * lane);
        }
        lanes
    }

    #[expect(clippy::cast_possible_truncation, reason = "the byte of the cell")]
    pub(super) fn get(&self, lane: usize) -> Tally {
        let sum = self.sums.get(lane).copied().unwrap_or(0);
        Tally { sum, kinds: Kinds((self.kinds >> (8 * (lane & 7))) as u8) }
    }

    /// The weighted sum of its cells.
    #[inline]
    pub(super) fn weighed(&self, weights: &Weights) -> Excess {
        let mut sum = 0;
        for (cell, weight) in self.sums.iter().zip(&weights.of) {
            sum += cell * weight;
        }
        let [demanded, found] = weights.kinds;
        Excess { sum, demanded: any(self.kinds & demanded), found: any(self.kinds & found) }
    }

    /// What is left of it without others.
    #[must_use]
    pub(super) fn less(mut self, other: &Self) -> Self {
        for (sum, &term) in self.sums.iter_mut().zip(&other.sums) {
            *sum -= term;
        }
        self.kinds |= other.kinds;
        self
    }

    fn add(&mut self, other: &Self) {
        for (sum, &term) in self.sums.iter_mut().zip(&other.sums) {
            *sum += term;
        }
        self.kinds |= other.kinds;
    }

    pub(super) fn any(&self) -> Kinds {
        any(self.kinds)
    }
}

/// The kinds of any of the cells.
#[expect(clippy::cast_possible_truncation, reason = "all are gathered in the lowest byte")]
const fn any(kinds: u64) -> Kinds {
    if kinds == 0 {
        return Kinds::FIGURES;
    }
    let kinds = kinds | kinds >> 32;
    let kinds = kinds | kinds >> 16;
    Kinds((kinds | kinds >> 8) as u8)
}

/// Every cell of a report by row and place in the row, read once; rows that the edition lacks count nothing.
pub(super) struct Sheet<'r> {
    pub(super) report: &'r Report,
    rows: [Lanes; Row::ALL.len()],
    groups: [Lanes; Group::ALL.len()],
    items: [Lanes; Item::ALL.len()],
    /// What stands in each table.
    kinds: [u64; TableKind::ALL.len()],
}

impl<'r> Sheet<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let (mut of_proactive, mut of_requests, mut of_disputes) = (0, 0, 0);
        let mut rows = [Lanes::NOTHING; Row::ALL.len()];
        let of_edition = Row::of(report.edition(TableKind::Requests));
        for (row, cells) in of_edition.zip(report.requests.rows()) {
            if let (Some(lanes), Ok(cells)) = (rows.get_mut(row as usize), <&[Cell; 7]>::try_from(cells)) {
                *lanes = Lanes::of(cells);
                of_requests |= lanes.kinds;
            }
        }
        let mut groups = [Lanes::NOTHING; Group::ALL.len()];
        for (lanes, &group) in groups.iter_mut().zip(Group::ALL) {
            *lanes = Lanes::of(report.disputes.group(group).cells());
            of_disputes |= lanes.kinds;
        }
        let (mut items, mut cells) = ([Lanes::NOTHING; Item::ALL.len()], report.proactive.cells());
        for (lanes, &item) in items.iter_mut().zip(Item::ALL) {
            let measures = item.measures(report.edition(TableKind::Proactive)).len();
            let Some((row, rest)) = cells.split_at_checked(measures) else { break };
            *lanes = Lanes::of(row);
            of_proactive |= lanes.kinds;
            cells = rest;
        }
        Self { report, rows, groups, items, kinds: [of_proactive, of_requests, of_disputes] }
    }

    /// The rows of the requests table.
    pub(super) fn rows(&self) -> impl Iterator<Item = (At, &Lanes, &'static [Measure])> {
        let edition = self.report.edition(TableKind::Requests);
        let rows = Row::ALL.iter().zip(&self.rows).filter(move |(row, _)| row.is_in(edition));
        rows.map(|(&row, lanes)| (At::Row(row), lanes, [].as_slice()))
    }

    /// The groups of the disputes row.
    pub(super) fn groups(&self) -> impl Iterator<Item = (At, &Lanes, &'static [Measure])> {
        let groups = Group::ALL.iter().zip(&self.groups);
        groups.map(|(&group, lanes)| (At::Group(group), lanes, [].as_slice()))
    }

    /// Some rows of the proactive table, when it is of this edition.
    pub(super) fn some(
        &self,
        edition: Edition,
        items: &'static [Item],
    ) -> impl Iterator<Item = (At, &Lanes, &'static [Measure])> {
        let items = if self.report.edition(TableKind::Proactive) == edition { items } else { &[] };
        let lanes = |item: Item| self.items.get(item as usize).unwrap_or(&Lanes::NOTHING);
        items.iter().map(move |&item| (At::Item(item), lanes(item), item.measures(edition)))
    }

    /// The rows of the proactive table.
    pub(super) fn items(&self) -> impl Iterator<Item = (Item, &Lanes)> {
        Item::ALL.iter().copied().zip(&self.items)
    }

    /// The sums of some rows of the requests table, column by column.
    pub(super) fn sum(&self, rows: &[Row]) -> Lanes {
        let mut sum = Lanes::NOTHING;
        for &row in rows {
            sum.add(self.rows.get(row as usize).unwrap_or(&Lanes::NOTHING));
        }
        sum
    }

    /// What kinds of cells there are in a whole table.
    pub(super) fn any(&self, table: TableKind) -> Kinds {
        any(self.kinds.get(table as usize).copied().unwrap_or(0))
    }
}
