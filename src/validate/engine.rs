//! The table of rules and the walk over it.

use alloc::vec::Vec;

use super::finding::{Basis, Finding, Operand, Reason, Value, Verdict};
use super::linear::Linear;
use super::place::At;
use super::rule::{Relation, Rule, Scope};
use super::sheet::{Kinds, Sheet};
use super::{disputes, frame, linear, proactive, requests};
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
    fn each(self, report: &Report, each: &mut impl FnMut(At)) {
        match self {
            Self::Columns => Column::ALL.iter().for_each(|&column| each(At::Column(column))),
            Self::Rows => Row::of(report.edition(TableKind::Requests)).for_each(|row| each(At::Row(row))),
            Self::Groups => Group::ALL.iter().for_each(|&group| each(At::Group(group))),
            Self::Items(edition, items) => {
                if report.edition(TableKind::Proactive) == edition {
                    items.iter().for_each(|&item| each(At::Item(item)));
                }
            }
            Self::Cells(table) => each(At::Table(table)),
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
        judge: fn(&Report, At) -> Judged,
        /// What it rests on.
        operands: fn(&Report, At) -> Vec<Operand>,
    },
}

/// What a custom test says.
#[derive(Clone, Debug)]
pub(super) enum Judged {
    Satisfied(Basis),
    Violated(Basis, Sides),
    /// Operands are absent.
    Absent,
}

/// What is expected and what is there, made when it is asked for.
pub(super) type Sides = fn(&Report, At) -> (Value, Value);

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
    /// A rule over every cell of a table, each decided again when it is asked for; `clean` when none fails.
    Cells { clean: bool },
}

impl Judged {
    const fn state(&self) -> State {
        match self {
            Self::Satisfied(Basis::Strict) => State::Holds,
            Self::Satisfied(Basis::BlankAsZero) => State::HoldsBlank,
            Self::Violated(Basis::Strict, ..) => State::Fails,
            Self::Violated(Basis::BlankAsZero, ..) => State::FailsBlank,
            Self::Absent => State::Absent { blank: false },
        }
    }
}

impl Test {
    /// Whether it is an equality of sums: only these show what a table's blanks mean, and locate errors.
    pub(super) const fn is_identity(&self) -> bool {
        matches!(self, Self::Linear(Linear { relation: Relation::Equal, .. }))
    }

    const fn is_bounded(&self) -> bool {
        matches!(self, Self::Linear(Linear { bounded: true, .. }))
    }

    pub(super) fn operands(&self, report: &Report, at: At, violated: bool) -> Vec<Operand> {
        match (self, at) {
            (Self::Linear(linear), _) => linear.operands(report, at, violated),
            (Self::Cell { .. }, At::Fact(path)) => {
                [Operand::fact(report, path, super::finding::Side::Actual)].into()
            }
            (Self::Cell { .. }, _) => Vec::new(),
            (Self::Custom { operands, .. }, _) => operands(report, at),
        }
    }

    /// What is expected and what is there, of an instance with these operands.
    fn sides(&self, report: &Report, at: At, operands: &[Operand]) -> Option<(Value, Value)> {
        Some(match self {
            Self::Linear(_) => {
                let (expected, actual) = linear::sides(operands)?;
                (expected.into(), actual.into())
            }
            Self::Cell { .. } => {
                let value = operand_cell(report, at).value()?;
                let expected = if value.is_sign_negative() { 0.into() } else { "a whole number".into() };
                (expected, value.into())
            }
            Self::Custom { judge, .. } => match judge(report, at) {
                Judged::Violated(_, sides) => sides(report, at),
                _ => return None,
            },
        })
    }

    const fn relation(&self) -> Option<Relation> {
        match self {
            Self::Linear(linear) => Some(linear.relation),
            Self::Cell { .. } => Some(Relation::AtMost),
            Self::Custom { .. } => None,
        }
    }
}

/// Whether no cell of a table fails.
fn clean(sheet: &Sheet<'_>, at: At, whole: bool) -> bool {
    let doubtful = Kinds::NEGATIVE.and(Kinds::DECIMAL);
    match at {
        At::Table(table) if !sheet.any(table).has(doubtful) => true,
        At::Table(TableKind::Proactive) => {
            let report = sheet.report;
            let mut paths =
                sheet.items().filter(|(_, cells)| cells.any().has(doubtful)).flat_map(|(item, _)| {
                    let measures = item.measures(report.edition(TableKind::Proactive));
                    measures.iter().map(move |&measure| FactPath::Proactive(item, measure))
                });
            let holds = |path| cell_state(operand_cell(report, At::Fact(path)), whole) != State::Fails;
            paths.all(|path| path.is_signed() || holds(path))
        }
        _ => false,
    }
}

/// The figures of a table that may not be negative.
fn unsigned(report: &Report, table: TableKind) -> impl Iterator<Item = FactPath> + use<> {
    let edition = report.edition(table);
    edition.paths().filter(move |path| path.table() == table && !path.is_signed())
}

fn operand_cell(report: &Report, at: At) -> Cell {
    match at {
        At::Fact(path) => report.get(path).unwrap_or(Cell::MISSING),
        _ => Cell::MISSING,
    }
}

fn cell_state(cell: Cell, whole: bool) -> State {
    use crate::report::Status;
    match cell.status() {
        Status::Value => {
            let holds = match cell.count() {
                Some(count) => count >= 0,
                None => cell.value().is_some_and(|v| !v.is_sign_negative() && (!whole || v.is_integer())),
            };
            if holds { State::Holds } else { State::Fails }
        }
        Status::Blank | Status::NotApplicable => State::HoldsBlank,
        Status::Unreadable | Status::Ambiguous | Status::Missing => State::Absent { blank: false },
    }
}

/// The rules over one report, in the order in which they are reported.
pub(super) fn rules() -> impl Iterator<Item = &'static TableRule> {
    requests::RULES.iter().chain(&disputes::RULES).chain(&proactive::RULES).chain(&frame::RULES)
}

/// One instance of a rule with what became of it.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) row: &'static TableRule,
    pub(super) at: At,
    pub(super) state: State,
}

/// How often a table's identities hold when its blanks count as zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Habit {
    needed: u16,
    held: u16,
}

impl Habit {
    /// An identity with blank operands. One that cannot be evaluated for other reasons does not count as
    /// holding: a table half lost shows no habit, so that losing text never turns a doubt into a violation.
    const fn note(&mut self, state: State) {
        match state {
            State::HoldsBlank => {
                self.needed += 1;
                self.held += 1;
            }
            State::FailsBlank | State::Absent { blank: true } => self.needed += 1,
            _ => {}
        }
    }

    /// Whether at least four fifths hold; `None` when none needs it.
    pub(super) const fn is_established(self) -> Option<bool> {
        if self.needed == 0 { None } else { Some(self.held * 5 >= self.needed * 4) }
    }
}

/// Walks the rules over a report.
pub(super) fn walk(report: &Report) -> (Vec<Entry>, [Habit; 3]) {
    let sheet = Sheet::new(report);
    let mut entries = Vec::with_capacity(96);
    for row in rules() {
        let mut note = |at, state| entries.push(Entry { row, at, state });
        match &row.test {
            Test::Linear(linear) => match row.over {
                Over::Columns => linear.by_column(&sheet, note),
                Over::Rows => linear.by_row(&sheet, sheet.rows(), note),
                Over::Groups => linear.by_row(&sheet, sheet.groups(), note),
                Over::Items(edition, items) => linear.by_row(&sheet, sheet.some(edition, items), note),
                Over::Cells(_) | Over::Money | Over::Sections(_) | Over::Once(_) => {}
            },
            Test::Cell { whole } => row.over.each(report, &mut |at| {
                note(at, State::Cells { clean: clean(&sheet, at, *whole) });
            }),
            Test::Custom { judge, .. } => {
                row.over.each(report, &mut |at| note(at, judge(report, at).state()));
            }
        }
    }
    let habits = TableKind::ALL.map(|table| {
        let of_table =
            |entry: &&Entry| entry.row.rule.scope == Scope::Table(table) && entry.row.test.is_identity();
        let mut habit = Habit::default();
        if sheet.any(table).has(Kinds::BLANK) {
            entries.iter().filter(of_table).for_each(|entry| habit.note(entry.state));
        }
        habit
    });
    (entries, habits)
}

impl Entry {
    /// The instances behind an entry: itself, or every cell.
    pub(super) fn instances(self, report: &Report) -> impl Iterator<Item = Self> + use<'_> {
        let cells = match (self.state, self.at, &self.row.test) {
            (State::Cells { .. }, At::Table(table), Test::Cell { whole }) => Some((table, *whole)),
            _ => None,
        };
        let itself = cells.is_none().then_some(self);
        let cells = cells.into_iter().flat_map(move |(table, whole)| {
            unsigned(report, table).map(move |path| {
                let at = At::Fact(path);
                Self { at, state: cell_state(operand_cell(report, at), whole), ..self }
            })
        });
        itself.into_iter().chain(cells)
    }

    /// Whether there can be a violation behind it.
    pub(super) const fn is_suspect(self) -> bool {
        matches!(self.state, State::Fails | State::FailsBlank | State::Cells { clean: false })
    }

    /// Whether it fails where `blank_is_zero` says what the table's blanks mean.
    pub(super) const fn is_violated(self, blank_is_zero: bool) -> bool {
        matches!((self.state, blank_is_zero), (State::Fails, _) | (State::FailsBlank, true))
    }

    /// The finding with all it rests on.
    pub(super) fn finding(self, report: &Report, blank_is_zero: bool) -> Finding {
        let Self { row, at, state } = self;
        let violated = self.is_violated(blank_is_zero);
        let operands = row.test.operands(report, at, violated);
        let not_evaluated = |reason| Verdict::NotEvaluated {
            reason,
            missing: operands
                .iter()
                .filter(|operand| match reason {
                    Reason::BlankUnclear => operand.is_blank(),
                    _ => operand.is_absent(),
                })
                .map(|operand| operand.place)
                .collect(),
        };
        let basis = match state {
            State::Holds | State::Fails => Some(Basis::Strict),
            State::HoldsBlank => Some(Basis::BlankAsZero),
            State::FailsBlank if violated => Some(Basis::BlankAsZero),
            _ => None,
        };
        let verdict = match state {
            State::Holds | State::HoldsBlank => Verdict::Satisfied,
            State::Overflow => not_evaluated(Reason::Overflow),
            State::Absent { .. } | State::Cells { .. } => not_evaluated(Reason::Operands),
            State::FailsBlank if !violated => not_evaluated(Reason::BlankUnclear),
            State::Fails | State::FailsBlank => match row.test.sides(report, at, &operands) {
                Some((expected, actual)) => Verdict::Violated { expected, actual },
                None => not_evaluated(Reason::Overflow),
            },
        };
        let mut finding = Finding::new(&row.rule, at, verdict, basis, row.test.relation(), operands);
        finding.bounded = row.test.is_bounded();
        finding
    }
}
