//! 二、主动公开政府信息情况.

use super::atom::{Atom, Kind};
use super::fill::{Region, Sink};
use super::place::Habits;
use super::reading::{self, Line};
use super::repeat::{Again, again};
use super::rows::{Context, Draft, Drafts, Form, Role};
use crate::diagnostic::Code;
use crate::report::Unit;
use crate::resolve;
use crate::template::labels::Label;
use crate::template::{Edition, FactPath, Item, Measure, TableKind};

/// How labels name rows of the proactive table.
pub(crate) const fn form(edition: Edition) -> Form {
    Form {
        role,
        near: |label| matches!(label, Label::Item(_)),
        place: |_, _| None,
        may_be_group: |_| false,
        in_group: |_| false,
        sums: false,
        columns: match edition {
            Edition::E2019 => |row| columns(row, Edition::E2019),
            Edition::E2021 => |row| columns(row, Edition::E2021),
        },
    }
}

fn role(label: Label, _: Context) -> Role {
    match label {
        Label::Item(item) => Role::Row(item as u8),
        _ => Role::Head,
    }
}

fn item(row: u8) -> Option<Item> {
    Item::ALL.get(usize::from(row)).copied()
}

/// How many figures a row has.
pub(crate) fn columns(row: u8, edition: Edition) -> usize {
    item(row).map_or(0, |item| item.measures(edition).len())
}

/// The edition that the heads of columns decide, or else the number of figures in rows that differ.
pub(crate) fn edition(atoms: &[Atom]) -> Option<Edition> {
    let (mut old, mut new) = (0, 0);
    for atom in atoms {
        match atom.kind {
            Kind::Label(Label::Measure(_, Edition::E2019)) => old += 2,
            Kind::Label(Label::Measure(_, Edition::E2021)) => new += 2,
            Kind::Label(Label::Item(Item::OtherServices | Item::GovernmentProcurement)) => old += 1,
            _ => {}
        }
    }
    if old == new {
        return by_figures(atoms);
    }
    Some(if old > new { Edition::E2019 } else { Edition::E2021 })
}

/// Whether the labels are those of the table and not of prose about it: heads, or rows on lines of their own.
pub(crate) fn is_table(text: &str, atoms: &[Atom]) -> bool {
    let begins = |atom: &Atom| {
        let before =
            text.get(..atom.span.start as usize).unwrap_or("").trim_end_matches([' ', '\u{3000}', '\u{A0}']);
        before.is_empty() || before.ends_with(['\n', '\r', '\t', '|', '\u{2028}', '\u{C}'])
    };
    atoms.iter().any(|atom| match atom.kind {
        Kind::Label(Label::ProactiveHead | Label::Measure(..)) => true,
        Kind::Label(Label::Item(_)) => begins(atom),
        _ => false,
    })
}

/// Rows of decisions have three figures in edition 2019 and one in edition 2021.
fn by_figures(atoms: &[Atom]) -> Option<Edition> {
    let decisions =
        [Item::AdministrativeLicensing, Item::AdministrativePenalty, Item::AdministrativeCompulsion];
    let at = atoms
        .iter()
        .position(|atom| matches!(atom.kind, Kind::Label(Label::Item(item)) if decisions.contains(&item)))?;
    match atoms.iter().skip(at + 1).take_while(|atom| atom.is_piece() && atom.kind != Kind::Blank).count() {
        1 => Some(Edition::E2021),
        3 => Some(Edition::E2019),
        _ => None,
    }
}

/// The unit of money that the head of the amount column states.
fn header_unit(text: &str, atoms: &[Atom]) -> Option<Unit> {
    atoms.iter().enumerate().find_map(|(at, atom)| {
        let Kind::Label(Label::Measure(Measure::Amount, _)) = atom.kind else { return None };
        let next = atoms.get(at + 1).map_or(atom.span.end + 60, |next| next.span.start);
        let mut end = (next as usize).min(atom.span.end as usize + 60).min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let head = text.get(atom.span.start as usize..end)?;
        if ["亿元", "億元"].iter().any(|unit| head.contains(unit)) {
            Some(Unit::HundredMillionYuan)
        } else if ["万", "萬"].iter().any(|unit| head.contains(unit)) {
            Some(Unit::TenThousandYuan)
        } else if head.contains(['元', '圆']) {
            Some(Unit::Yuan)
        } else {
            None
        }
    })
}

/// Fills the proactive table.
pub(crate) fn fill(sink: &mut Sink<'_>, region: &Region<'_>, drafts: &Drafts) {
    let edition = sink.report.proactive.edition;
    let unit = header_unit(sink.text, region.atoms);
    sink.report.proactive.header_unit = unit;
    let columns = |draft: &Draft| draft.row.map_or(0, |row| columns(row, edition));
    let habits = region.rule.grid.then(|| Habits::of(drafts, columns));
    let mut seen: [Option<&Draft>; 8] = [None; 8];
    for draft in &drafts.rows {
        let measures = draft.row.and_then(item).map(|item| (item, item.measures(edition)));
        let Some((item, measures)) = measures.filter(|(_, measures)| !measures.is_empty()) else {
            sink.extra(TableKind::Proactive, draft, drafts);
            continue;
        };
        let Some(seen) = seen.get_mut(item as usize) else { continue };
        let lead = habits.as_ref().map_or(Some(0), |habits| habits.lead(draft));
        if let Some(first) = *seen {
            let row = Again {
                table: TableKind::Proactive,
                first,
                second: draft,
                columns: measures.len(),
                subtotal: None,
                lead,
            };
            again(sink, &row, drafts, region.rule, |column| {
                Some(FactPath::Proactive(item, *measures.get(column)?))
            });
            continue;
        }
        *seen = Some(draft);
        row(sink, region, drafts, draft, item, measures, lead);
    }
    for item in Item::ALL.iter().filter(|item| !item.measures(edition).is_empty()) {
        if matches!(seen.get(*item as usize), Some(None)) {
            sink.diagnose(Code::RowMissing, region.span, item.label());
        }
    }
}

fn row(
    sink: &mut Sink<'_>,
    region: &Region<'_>,
    drafts: &Drafts,
    draft: &Draft,
    item: Item,
    measures: &'static [Measure],
    lead: Option<usize>,
) {
    let unit = sink.report.proactive.header_unit;
    let signed = (0..).zip(measures).find(|(_, measure)| **measure == Measure::Change).map(|(at, _)| at);
    let form = resolve::Form::plain(u8::try_from(measures.len()).unwrap_or(0), signed.as_slice());
    let line = [Line { draft: Some(draft), lead, subtotal: None }];
    reading::fill(sink, region, drafts, &line, &form, |sink, _, column, cell, ends| {
        let Some(path) = measures.get(column).map(|measure| FactPath::Proactive(item, *measure)) else {
            return;
        };
        let cell = if path.is_money() { sink.money(path, cell, unit) } else { cell };
        let cell = if ends { cell } else { sink.cut_off(cell) };
        sink.put(path, cell);
    });
}
