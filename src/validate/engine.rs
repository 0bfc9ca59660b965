//! The table of rules and the walk over it.

use alloc::vec::Vec;

use super::finding::{Basis, Finding, Reason, Verdict};
use super::lanes::Kinds;
use super::place::At;
use super::rule::Scope;
use super::sheet::Sheet;
use super::table_rule::{Over, State, TableRule, Test, cell_state, clean, operand_cell, unsigned};
use super::{disputes, frame, proactive, requests};
use crate::report::Report;
use crate::template::TableKind;

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
        let (operands, sides) = row.test.explain(report, at, violated);
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
            State::Fails | State::FailsBlank => match sides {
                Some((expected, actual)) => Verdict::Violated { expected, actual },
                None => not_evaluated(Reason::Overflow),
            },
        };
        let mut finding = Finding::new(&row.rule, at, verdict, basis, row.test.relation(), operands);
        finding.bounded = row.test.is_bounded();
        finding
    }
}
