//! One cell of a table as the page shows it.

use std::collections::BTreeMap;

use gongkai::{Cell, FactPath, Report, plain};

use crate::common::Input;
use crate::common::lines::{candidates, standing};
use crate::findings::Findings;
use crate::html::escape;
use crate::names;

/// The cells of a report.
pub(crate) struct Cells<'a> {
    input: &'a Input,
    report: &'a Report,
    findings: &'a Findings,
    counts: BTreeMap<&'static str, usize>,
}

impl<'a> Cells<'a> {
    pub(crate) fn new(input: &'a Input, report: &'a Report, findings: &'a Findings) -> Self {
        let mut counts = BTreeMap::new();
        for fact in report.facts() {
            *counts.entry(standing(fact.cell())).or_default() += 1;
        }
        Self { input, report, findings, counts }
    }

    /// How many figures stand so.
    pub(crate) fn count(&self, standing: &str) -> usize {
        self.counts.get(standing).copied().unwrap_or(0)
    }

    /// The cell of a figure. `row` and `column` are for moving about with the arrow keys.
    pub(crate) fn of(&self, path: FactPath, row: usize, column: usize, span: usize) -> String {
        let cell = self.report.get(path).unwrap_or(Cell::MISSING);
        let numbers = self.findings.about(path);
        let severity = self.findings.worst(&numbers).map(|severity| format!(" finding {severity}"));
        let told = numbers.iter().map(|number| number.to_string()).collect::<Vec<_>>().join(" ");
        // Zeros bear a finding out, but are not what one looks for.
        let quiet = told.is_empty() || cell.count() == Some(0);
        let mark = if quiet { String::new() } else { format!("<sup>{told}</sup>") };
        let name = names::figure(path);
        let colspan = if span > 1 { format!(" colspan=\"{span}\"") } else { String::new() };
        format!(
            "<td{colspan} class=\"{standing}{severity}\"><a id=\"{path}\" data-at=\"{row} {column}\" data-name=\"{name}\" \
             data-findings=\"{told}\"{details}>{shown}{mark}</a></td>",
            standing = standing(cell),
            severity = severity.unwrap_or_default(),
            name = escape(&name),
            details = self.details(cell, &name, &told),
            shown = self.shown(cell),
        )
    }

    /// A cell of a row that the form does not have.
    pub(crate) fn additional(&self, cell: Cell, label: &str) -> String {
        format!(
            "<td class=\"{standing}\"><a data-name=\"{name}\"{details}>{shown}</a></td>",
            standing = standing(cell),
            name = escape(label),
            details = self.details(cell, label, ""),
            shown = self.shown(cell),
        )
    }

    /// What the panel tells of a cell, and what a screen reader says.
    fn details(&self, cell: Cell, name: &str, findings: &str) -> String {
        let standing = standing(cell);
        let chinese = names::standing(standing);
        let target = cell.span().map_or_else(|| "#source".into(), |span| format!("#b{}", span.start));
        let value = cell.value().map(plain).unwrap_or_default();
        let readings = self.readings(cell);
        let note = self.report.note(cell).unwrap_or("");
        let findings = if findings.is_empty() { String::new() } else { format!("，见核对 {findings}") };
        let spoken = if value.is_empty() { readings.as_str() } else { value.as_str() };
        format!(
            " href=\"{target}\" data-standing=\"{standing}\" data-word=\"{chinese}\" data-value=\"{value}\" \
             data-readings=\"{readings}\" data-note=\"{note}\" aria-label=\"{label}\"",
            readings = escape(&readings),
            note = escape(note),
            label = escape(&format!("{name}：{spoken} {chinese}{findings}")),
        )
    }

    fn readings(&self, cell: Cell) -> String {
        let word = |reading: String| if reading.is_empty() { "空白".to_owned() } else { reading };
        candidates(self.report, cell).into_iter().map(word).collect::<Vec<_>>().join(" 或 ")
    }

    /// What stands in the cell: as printed, where it is a figure or a mark.
    fn shown(&self, cell: Cell) -> String {
        let printed = cell.span().and_then(|span| span.slice(&self.input.text)).unwrap_or("");
        match standing(cell) {
            "blank" => "空".into(),
            "missing" => "缺".into(),
            "ambiguous" => escape(&self.readings(cell)),
            _ => escape(printed),
        }
    }
}
