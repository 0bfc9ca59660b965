//! The table of rules and the walk over it.

use alloc::vec::Vec;

use super::finding::{Basis, Finding, Reason, Verdict};
use super::place::At;
use super::sheet::Sheet;
use super::table_rule::{Over, State, TableRule, Test, cell_state, operand_cell};
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

/// The instances that can be violated, in the order of the rules, and what the blanks of each table mean. Those that
/// hold on values, as nearly all do, are not kept: [`entries`] has them when they are asked for.
pub(super) fn suspects(report: &Report) -> (Vec<Entry>, [Habit; TableKind::ALL.len()]) {
    let (mut suspects, mut habits) = (Vec::new(), [Habit::default(); TableKind::ALL.len()]);
    walk(report, Cells::Doubtful, |entry| {
        if entry.state == State::Holds {
            return;
        }
        if entry.row.test.is_identity() {
            let table = entry.row.rule.scope.table().and_then(|table| habits.get_mut(table as usize));
            table.into_iter().for_each(|habit| habit.note(entry.state));
        }
        if entry.is_suspect() {
            suspects.push(entry);
        }
    });
    (suspects, habits)
}

/// Every instance with what became of it, in the order of the rules.
pub(super) fn entries(report: &Report) -> Vec<Entry> {
    let mut entries = Vec::new();
    walk(report, Cells::All, |entry| entries.push(entry));
    entries
}

/// Which instances of a rule over the cells of a table are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cells {
    /// Those that can fail.
    Doubtful,
    All,
}

/// Walks the rules over a report.
fn walk(report: &Report, cells: Cells, mut each: impl FnMut(Entry)) {
    let sheet = Sheet::new(report);
    for row in rules() {
        let mut note = |at, state| each(Entry { row, at, state });
        match (&row.test, row.over) {
            (Test::Linear(linear), Over::Columns) => linear.by_column(&sheet, note),
            (Test::Linear(linear), Over::Rows) => linear.by_row(report, sheet.rows(), &[], note),
            (Test::Linear(linear), Over::Groups) => linear.by_row(report, sheet.groups(), &[], note),
            (Test::Linear(linear), Over::Items(edition, items)) => {
                // What a rule compares stands in the same columns of all its rows.
                let measures = items.first().map_or([].as_slice(), |item| item.measures(edition));
                if report.edition(TableKind::Proactive) == edition {
                    linear.by_row(report, sheet.some(items), measures, note);
                }
            }
            (Test::Cell { whole }, Over::Cells(table)) => {
                let mut judge = |at| note(at, cell_state(operand_cell(report, at), *whole));
                match cells {
                    Cells::Doubtful => sheet.doubtful(table).for_each(judge),
                    Cells::All => row.over.each(report, &mut judge),
                }
            }
            (Test::Custom { judge, .. }, over) => {
                over.each(report, &mut |at| note(at, judge(report, at)));
            }
            (Test::Linear(_) | Test::Cell { .. }, _) => {}
        }
    }
}

impl Entry {
    /// Whether it is violated, or would be if the table's blanks mean zero.
    pub(super) const fn is_suspect(self) -> bool {
        matches!(self.state, State::Fails | State::FailsBlank)
    }

    /// Whether it fails where `blank_is_zero` says what the table's blanks mean.
    pub(super) const fn is_violated(self, blank_is_zero: bool) -> bool {
        matches!((self.state, blank_is_zero), (State::Fails, _) | (State::FailsBlank, true))
    }

    /// How its blank operands were read; `None` when it was not evaluated.
    pub(super) const fn basis(self, blank_is_zero: bool) -> Option<Basis> {
        match self.state {
            State::Holds | State::Fails => Some(Basis::Strict),
            State::HoldsBlank => Some(Basis::BlankAsZero),
            State::FailsBlank if blank_is_zero => Some(Basis::BlankAsZero),
            State::FailsBlank | State::Absent { .. } | State::Overflow => None,
        }
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
        let verdict = match state {
            State::Holds | State::HoldsBlank => Verdict::Satisfied,
            State::Overflow => not_evaluated(Reason::Overflow),
            State::Absent { .. } => not_evaluated(Reason::Operands),
            State::FailsBlank if !violated => not_evaluated(Reason::BlankUnclear),
            State::Fails | State::FailsBlank => match sides {
                Some((expected, actual)) => Verdict::Violated { expected, actual },
                None => not_evaluated(Reason::Overflow),
            },
        };
        let basis = self.basis(blank_is_zero);
        let mut finding = Finding::new(&row.rule, at, verdict, basis, row.test.relation(), operands);
        finding.bounded = row.test.is_bounded();
        finding
    }
}
