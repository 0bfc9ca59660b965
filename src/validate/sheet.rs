//! The tables as whole numbers, a row at a time: most rules add their cells, so they are read once.

use super::lanes::{Kinds, Lanes, any};
use super::place::At;
use crate::report::{Cell, Report};
use crate::template::{Column, Edition, FactPath, Group, Item, Measure, Row, TableKind};

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
        let [mut of_proactive, mut of_requests, mut of_disputes] = [0; TableKind::ALL.len()];
        let (edition, mut cells) = (report.edition(TableKind::Requests), report.requests.rows());
        let rows = core::array::from_fn(|row| {
            let mut lanes = Lanes::NOTHING;
            let stands = Row::ALL.get(row).is_some_and(|row| row.is_in(edition));
            let cells = if stands { cells.next() } else { None };
            if let Some(Ok(cells)) = cells.map(<&[Cell; Column::ALL.len()]>::try_from) {
                of_requests |= lanes.read(cells);
            }
            lanes
        });
        let mut groups = [Lanes::NOTHING; Group::ALL.len()];
        for (lanes, &group) in groups.iter_mut().zip(Group::ALL) {
            of_disputes |= lanes.read(report.disputes.group(group).cells());
        }
        let (mut items, mut cells) = ([Lanes::NOTHING; Item::ALL.len()], report.proactive.cells());
        for (lanes, &item) in items.iter_mut().zip(Item::ALL) {
            let measures = item.measures(report.edition(TableKind::Proactive)).len();
            let Some((row, rest)) = cells.split_at_checked(measures) else { break };
            of_proactive |= lanes.read(row);
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

    /// The cells of a table that may not be negative, of the rows in which a figure is negative or not a whole number.
    pub(super) fn doubtful(&self, table: TableKind) -> impl Iterator<Item = At> {
        let doubtful = |kinds: Kinds| kinds.has(Kinds::NEGATIVE.and(Kinds::DECIMAL));
        let any = |of: TableKind| table == of && doubtful(self.any(of));
        let items: &[Lanes] = if any(TableKind::Proactive) { &self.items } else { &[] };
        let rows: &[Lanes] = if any(TableKind::Requests) { &self.rows } else { &[] };
        let edition = self.report.edition(TableKind::Proactive);
        let items = Item::ALL.iter().zip(items).filter(move |(_, cells)| doubtful(cells.any()));
        let items = items.flat_map(move |(&item, _)| {
            item.measures(edition).iter().map(move |&measure| FactPath::Proactive(item, measure))
        });
        let rows = Row::ALL.iter().zip(rows).filter(move |(_, cells)| doubtful(cells.any()));
        let rows =
            rows.flat_map(|(&row, _)| Column::ALL.iter().map(move |&column| FactPath::Requests(row, column)));
        items.chain(rows).filter(|path| !path.is_signed()).map(At::Fact)
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
