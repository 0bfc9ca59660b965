//! The identities of a table as equations over its cells.

use alloc::vec::Vec;

use super::super::check::Check;
use super::super::operand::{Operand, Side};
use super::super::place::Place;
use super::slip::slip;
use super::{Change, Edit, Explanation};
use crate::report::{Cell, Certainty};
use crate::template::{Column, FactPath, TableKind};

/// A cell that stands in at least one identity that was evaluated.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    pub(super) path: FactPath,
    cell: Cell,
    /// Its figure; a blank that counts as zero is 0.
    pub(super) figure: i64,
    /// The equations it stands in, with its sign there.
    pub(super) equations: Vec<(usize, i64)>,
}

/// Equations whose terms, signs applied, should sum to zero.
#[derive(Clone, Debug)]
pub(super) struct System {
    pub(super) table: TableKind,
    pub(super) variables: Vec<Variable>,
    /// The variables of each equation.
    pub(super) equations: Vec<Vec<usize>>,
    /// What each equation's terms sum to.
    pub(super) residuals: Vec<i64>,
    /// Whether every identity that shares a cell with a failed one could be evaluated.
    pub(super) crossed: bool,
}

/// New figures for some variables, by number.
pub(super) type Set = Vec<(usize, i64)>;

impl System {
    pub(super) fn new<'r>(identities: impl Iterator<Item = Check<'r>>, table: TableKind) -> Self {
        let mut system = Self {
            table,
            variables: Vec::new(),
            equations: Vec::new(),
            residuals: Vec::new(),
            crossed: true,
        };
        let mut unknown: Vec<FactPath> = Vec::new();
        for check in identities {
            let operands = check.operands();
            let added = check.basis().is_some() && system.add(check, &operands);
            if !added {
                unknown.extend(operands.iter().filter_map(path));
            }
        }
        let broken = |variable: &&Variable| {
            variable.equations.iter().any(|&(equation, _)| system.residual(equation) != 0)
        };
        system.crossed = !system.variables.iter().filter(broken).any(|v| unknown.contains(&v.path));
        system
    }

    /// Adds an identity; `false` when its figures are no small whole numbers.
    fn add(&mut self, check: Check<'_>, operands: &[Operand]) -> bool {
        let report = check.report();
        let mut terms = Vec::with_capacity(operands.len());
        for operand in operands {
            let Some(path) = path(operand) else { return false };
            let cell = report.get(path).unwrap_or(Cell::MISSING);
            let figure = if operand.is_blank() { 0 } else { cell.count().unwrap_or(i64::MAX) };
            // Sums of a table's figures, and of their changes, stay far inside 64 bits.
            if figure.unsigned_abs() > 1 << 48 {
                return false;
            }
            let sign = if operand.side == Side::Actual { -1 } else { 1 };
            terms.push((path, cell, figure, sign));
        }
        let equation = self.equations.len();
        let mut members = Vec::with_capacity(terms.len());
        let mut residual = 0;
        for (path, cell, figure, sign) in terms {
            residual += figure * sign;
            let number = self.variables.iter().position(|variable| variable.path == path);
            let number = number.unwrap_or_else(|| {
                self.variables.push(Variable { path, cell, figure, equations: Vec::new() });
                self.variables.len() - 1
            });
            if let Some(variable) = self.variables.get_mut(number) {
                variable.equations.push((equation, sign));
            }
            members.push(number);
        }
        self.equations.push(members);
        self.residuals.push(residual);
        true
    }

    pub(super) fn residual(&self, equation: usize) -> i64 {
        self.residuals.get(equation).copied().unwrap_or(0)
    }

    /// Whether every equation holds once these variables have these figures.
    pub(super) fn holds_with(&self, set: &[(usize, i64)], residuals: &mut Vec<i64>) -> bool {
        residuals.clone_from(&self.residuals);
        for &(number, to) in set {
            let Some(variable) = self.variables.get(number) else { continue };
            for &(equation, sign) in &variable.equations {
                if let Some(residual) = residuals.get_mut(equation) {
                    *residual += sign * (to - variable.figure);
                }
            }
        }
        residuals.iter().all(|&residual| residual == 0)
    }

    /// The rows of the table as a text has them: the variables of each, in the order of the columns. Rows with cells
    /// that stand in no equation are left out.
    pub(super) fn rows(&self) -> Vec<Vec<usize>> {
        let numbers = |paths: &mut dyn Iterator<Item = FactPath>| -> Option<Vec<usize>> {
            paths.map(|path| self.variables.iter().position(|variable| variable.path == path)).collect()
        };
        match self.table {
            TableKind::Requests => {
                let mut rows: Vec<_> = self
                    .variables
                    .iter()
                    .filter_map(|variable| match variable.path {
                        FactPath::Requests(row, Column::NaturalPerson) => Some(row),
                        _ => None,
                    })
                    .collect();
                rows.sort_unstable();
                let row = |row| {
                    numbers(&mut Column::ALL.iter().map(move |&column| FactPath::Requests(row, column)))
                };
                rows.into_iter().filter_map(row).collect()
            }
            TableKind::Disputes => numbers(&mut FactPath::disputes()).into_iter().collect(),
            TableKind::Proactive => Vec::new(),
        }
    }

    pub(super) fn figure(&self, number: usize) -> i64 {
        self.variables.get(number).map_or(0, |variable| variable.figure)
    }

    pub(super) fn certainty(&self, path: FactPath) -> Option<Certainty> {
        self.variables.iter().find(|variable| variable.path == path)?.cell.certainty()
    }

    pub(super) fn explain(&self, edit: Option<Edit>, set: &Set) -> Explanation {
        let mut changes: Vec<Change> = set
            .iter()
            .filter_map(|&(number, to)| {
                let Variable { path, cell, figure, .. } = *self.variables.get(number)?;
                let slip = slip(figure, to);
                Some(Change { path, from: cell.count(), to, span: cell.span(), slip })
            })
            .collect();
        changes.sort_by_key(|change| change.path);
        Explanation { edit, changes }
    }
}

const fn path(operand: &Operand) -> Option<FactPath> {
    match operand.place {
        Place::Fact(path) => Some(path),
        _ => None,
    }
}
