//! The tables as whole numbers, a row at a time: most rules add their cells, so they are read once.

use super::lanes::{Kinds, Lanes, any};
use super::place::At;
use crate::report::{Cell, Report};
use crate::template::{Edition, Group, Item, Measure, Row, TableKind};

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
