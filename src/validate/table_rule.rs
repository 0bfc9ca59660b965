//! What a rule of the table is: where it has instances, how one is tested, what can become of it.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::linear::Linear;
use super::operand::{Operand, Side, Value};
use super::place::At;
use super::rule::{Relation, Rule};
use crate::report::{Cell, Report, SectionKind};
use crate::template::{Column, Edition, FactPath, Group, Item, Measure, Row, TableKind};

/// A rule over one report: what it is, where it has instances, how it is tested.
pub(super) struct TableRule {
    pub(super) rule: Rule,
    pub(super) over: Over,
    pub(super) test: Test,
}

/// Where a rule has instances.
#[derive(Clone, Copy, Debug)]
pub(super) enum Over {
    /// The seven columns of the requests table.
    Columns,
    /// The rows of its edition.
    Rows,
    /// The three groups of the disputes row.
    Groups,
    /// These rows of the proactive table, when it is of this edition.
    Items(Edition, &'static [Item]),
    /// Every figure of a table that may not be negative.
    Cells(TableKind),
    /// The amounts of money.
    Money,
    /// These sections.
    Sections(&'static [SectionKind]),
    /// One.
    Once(At),
}

impl Over {
    pub(super) fn each(self, report: &Report, each: &mut impl FnMut(At)) {
        match self {
            Self::Columns => Column::ALL.iter().for_each(|&column| each(At::Column(column))),
            Self::Rows => Row::of(report.edition(TableKind::Requests)).for_each(|row| each(At::Row(row))),
            Self::Groups => Group::ALL.iter().for_each(|&group| each(At::Group(group))),
            Self::Items(edition, items) => {
                if report.edition(TableKind::Proactive) == edition {
                    items.iter().for_each(|&item| each(At::Item(item)));
                }
            }
            Self::Cells(table) => {
                let paths = report.edition(table).paths().filter(|path| path.table() == table);
                paths.filter(|path| !path.is_signed()).for_each(|path| each(At::Fact(path)));
            }
            Self::Money => each(At::Fact(match report.edition(TableKind::Proactive) {
                Edition::E2019 => FactPath::Proactive(Item::GovernmentProcurement, Measure::Amount),
                Edition::E2021 => FactPath::Proactive(Item::AdministrativeFees, Measure::Amount),
            })),
            Self::Sections(kinds) => kinds.iter().for_each(|&kind| each(At::Section(kind))),
            Self::Once(at) => each(at),
        }
    }
}

/// How a rule is tested.
#[derive(Clone, Copy)]
pub(super) enum Test {
    /// Sums on both sides.
    Linear(Linear),
    /// One cell, not negative; a whole number as well when `whole`.
    Cell {
        /// Whether fractions violate it.
        whole: bool,
    },
    /// Anything else.
    Custom {
        /// Decides. Called for every report, so it formats nothing.
        judge: fn(&Report, At) -> State,
        /// What a violated instance expects, and what is there.
        sides: fn(&Report, At) -> Compared,
        /// What it rests on.
        operands: fn(&Report, At) -> Vec<Operand>,
    },
}

/// What is expected, and what is there.
pub(super) type Compared = (Value, Value);

/// What became of one instance, in a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Holds on values.
    Holds,
    /// Fails on values.
    Fails,
    /// Holds with blanks as zero.
    HoldsBlank,
    /// Fails with blanks as zero: violated only if the table's blanks mean zero.
    FailsBlank,
    /// Operands are missing, ambiguous or unreadable; blank ones besides, perhaps.
    Absent { blank: bool },
    /// Too large to add.
    Overflow,
}

impl State {
    /// Operands are absent, and none is blank.
    pub(super) const ABSENT: Self = Self::Absent { blank: false };

    /// On values.
    pub(super) const fn of(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Fails }
    }
}

impl Test {
    /// Whether it is an equality of sums: only these show what a table's blanks mean, and locate errors.
    pub(super) const fn is_identity(&self) -> bool {
        matches!(self, Self::Linear(Linear { relation: Relation::Equal, .. }))
    }

    pub(super) const fn is_bounded(&self) -> bool {
        matches!(self, Self::Linear(Linear { bounded: true, .. }))
    }

    /// What an instance rests on; of a violated one also what is expected and what is there, where these can be given.
    pub(super) fn explain(
        &self,
        report: &Report,
        at: At,
        violated: bool,
    ) -> (Vec<Operand>, Option<Compared>) {
        match (self, at) {
            (Self::Linear(linear), _) => {
                let (operands, sides) = linear.explain(report, at, violated);
                (operands, sides.map(|(expected, actual)| (expected.into(), actual.into())))
            }
            (Self::Cell { .. }, At::Fact(path)) => {
                let operand = Operand::fact(report, path, Side::Actual);
                let least = |value: Decimal| {
                    if value.is_sign_negative() { 0.into() } else { "a whole number".into() }
                };
                let sides = operand.number().map(|value| (least(value), value.into()));
                ([operand].into(), sides)
            }
            (Self::Cell { .. }, _) => (Vec::new(), None),
            (Self::Custom { sides, operands, .. }, _) => {
                (operands(report, at), violated.then(|| sides(report, at)))
            }
        }
    }

    pub(super) const fn relation(&self) -> Option<Relation> {
        match self {
            Self::Linear(linear) => Some(linear.relation),
            Self::Cell { .. } => Some(Relation::AtMost),
            Self::Custom { .. } => None,
        }
    }
}

pub(super) fn operand_cell(report: &Report, at: At) -> Cell {
    match at {
        At::Fact(path) => report.get(path).unwrap_or(Cell::MISSING),
        _ => Cell::MISSING,
    }
}

pub(super) fn cell_state(cell: Cell, whole: bool) -> State {
    use crate::report::Status;
    match cell.status() {
        Status::Value => {
            let holds = match cell.count() {
                Some(count) => count >= 0,
                None => cell.value().is_some_and(|v| !v.is_sign_negative() && (!whole || v.is_integer())),
            };
            State::of(holds)
        }
        Status::Blank | Status::NotApplicable => State::HoldsBlank,
        Status::Unreadable | Status::Ambiguous | Status::Missing => State::ABSENT,
    }
}
