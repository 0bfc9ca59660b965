//! The tables as whole numbers, a row at a time: most rules add their cells, so they are read once.

use super::lanes::{Kinds, Lanes};
use super::place::At;
use crate::report::Report;
use crate::template::{Column, FactPath, Group, Item, Row, TableKind};

/// Every cell of a report by row and place in the row, read once; rows that the edition lacks count nothing.
pub(super) struct Sheet<'r> {
    pub(super) report: &'r Report,
    rows: [Lanes; Row::ALL.len()],
    groups: [Lanes; Group::ALL.len()],
    items: [Lanes; Item::ALL.len()],
    /// What stands in each table.
    kinds: [Kinds; TableKind::ALL.len()],
}

impl<'r> Sheet<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let mut sheet = Self {
            report,
            rows: [Lanes::NOTHING; Row::ALL.len()],
            groups: [Lanes::NOTHING; Group::ALL.len()],
            items: [Lanes::NOTHING; Item::ALL.len()],
            kinds: [Kinds::FIGURES; TableKind::ALL.len()],
        };
        let [of_proactive, of_requests, of_disputes] = &mut sheet.kinds;
        let (edition, mut cells) = (report.edition(TableKind::Requests), report.requests.rows());
        for (lanes, row) in sheet.rows.iter_mut().zip(Row::ALL) {
            if row.is_in(edition) {
                let Some(cells) = cells.next() else { break };
                *of_requests = of_requests.and(lanes.read(cells));
            }
        }
        for (lanes, &group) in sheet.groups.iter_mut().zip(Group::ALL) {
            *of_disputes = of_disputes.and(lanes.read(report.disputes.group(group).cells()));
        }
        let (edition, mut cells) = (report.edition(TableKind::Proactive), report.proactive.cells());
        for (lanes, &item) in sheet.items.iter_mut().zip(Item::ALL) {
            let Some((row, rest)) = cells.split_at_checked(item.measures(edition).len()) else { break };
            *of_proactive = of_proactive.and(lanes.read(row));
            cells = rest;
        }
        sheet
    }

    /// The rows of the requests table.
    pub(super) fn rows(&self) -> impl Iterator<Item = (At, &Lanes)> {
        let edition = self.report.edition(TableKind::Requests);
        let rows = Row::ALL.iter().zip(&self.rows).filter(move |(row, _)| row.is_in(edition));
        rows.map(|(&row, lanes)| (At::Row(row), lanes))
    }

    /// The groups of the disputes row.
    pub(super) fn groups(&self) -> impl Iterator<Item = (At, &Lanes)> {
        Group::ALL.iter().zip(&self.groups).map(|(&group, lanes)| (At::Group(group), lanes))
    }

    /// Some rows of the proactive table.
    pub(super) fn some(&self, items: &'static [Item]) -> impl Iterator<Item = (At, &Lanes)> {
        let lanes = |item: Item| self.items.get(item as usize).unwrap_or(&Lanes::NOTHING);
        items.iter().map(move |&item| (At::Item(item), lanes(item)))
    }

    /// The cells of a table that may not be negative, of the rows in which a figure is negative or not a whole number.
    pub(super) fn doubtful(&self, table: TableKind) -> impl Iterator<Item = At> {
        let doubtful = |kinds: Kinds| kinds.has(Kinds::NEGATIVE.and(Kinds::DECIMAL));
        let any = |of: TableKind| table == of && doubtful(self.any(of));
        let items: &[Lanes] = if any(TableKind::Proactive) { &self.items } else { &[] };
        let rows: &[Lanes] = if any(TableKind::Requests) { &self.rows } else { &[] };
        let edition = self.report.edition(TableKind::Proactive);
        let items = Item::ALL.iter().zip(items).filter(move |(_, cells)| doubtful(cells.kinds));
        let items = items.flat_map(move |(&item, _)| {
            item.measures(edition).iter().map(move |&measure| FactPath::Proactive(item, measure))
        });
        let rows = Row::ALL.iter().zip(rows).filter(move |(_, cells)| doubtful(cells.kinds));
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
    fn any(&self, table: TableKind) -> Kinds {
        self.kinds.get(table as usize).copied().unwrap_or_default()
    }
}
