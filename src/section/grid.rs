//! Rows of layouts in which separators tell rows and cells apart.

use alloc::string::String;
use core::ops::Range;

use nom::bytes::complete::take_till;
use nom::sequence::pair;
use nom::{IResult, Parser};

use super::atom::{Atom, Kind};
use super::cells::Cells;
use super::place::adds_up;
use super::rows::{Draft, Drafts, Form, Reader, Role, Source};
use crate::Span;
use crate::layout::{Break, is_space};
use crate::template::labels::Label;
use crate::text::label::longest;

/// Reads the rows of a grid. Rows without a label go on with an unfinished row above, where rows may be `broken` over
/// lines, or stand for themselves.
pub(crate) fn rows(text: &str, form: &Form, atoms: &[Atom], broken: bool) -> Drafts {
    let mut reader = Reader { text, form, context: Default::default(), broken };
    let mut drafts = Drafts::with_room_for(atoms);
    let mut rest = Cells(atoms);
    while !rest.0.is_empty() {
        let row;
        (rest, row) = rest.row();
        read(row, &mut reader, &mut drafts);
    }
    drafts
}

/// The cells in front of the figures: labels, groups and the residue of their spans.
fn head(row: Cells<'_>) -> IResult<Cells<'_>, Cells<'_>> {
    take_till(|atom: Atom| atom.is_printed())(row)
}

/// The figures, up to the next label on the same line.
fn body(row: Cells<'_>) -> IResult<Cells<'_>, Cells<'_>> {
    take_till(|atom: Atom| matches!(atom.kind, Kind::Label(_)))(row)
}

fn read(mut row: Cells<'_>, reader: &mut Reader<'_>, drafts: &mut Drafts) {
    if label_behind(row, reader, drafts) {
        return;
    }
    while let Ok((rest, (head, body))) = pair(head, body).parse(row) {
        segment(head, body, reader, drafts);
        if rest.0.is_empty() {
            break;
        }
        row = rest;
    }
}

/// A label behind all the figures of its line has those, or the next ones if they begin the line below: which is not
/// said. False when the row is another.
fn label_behind(row: Cells<'_>, reader: &mut Reader<'_>, drafts: &mut Drafts) -> bool {
    let ([Atom { kind: Kind::Figure(_) | Kind::Mark(_), .. }, ..], Some((label, cells))) =
        (row.0, row.0.split_last())
    else {
        return false;
    };
    if !matches!(label.kind, Kind::Label(_)) || cells.len() < 2 || !cells.iter().all(Atom::is_piece) {
        return false;
    }
    let Some(Role::Row(found)) = reader.role(label) else { return false };
    let start = drafts.pieces.len();
    drafts.pieces.extend_from_slice(cells);
    let pieces = start..drafts.pieces.len();
    drafts.rows.push(Draft::new(Some(found), Some(label.span), pieces, Source::Doubtful));
    true
}

fn segment(head: Cells<'_>, body: Cells<'_>, reader: &mut Reader<'_>, drafts: &mut Drafts) {
    let mut found = label(head, reader);
    let begun = core::mem::take(&mut drafts.begun);
    let broken = core::mem::take(&mut drafts.broken);
    // A piece may look like the beginning of a head.
    let is_row = matches!(found, Some(Labelled { role: Some(Role::Row(_)), .. }));
    if let Some(before) = broken.filter(|_| !is_row) {
        let words = last_words(head, reader.text).or(found.as_ref().map(|head| (head.behind, head.span)));
        let joined = words.and_then(|(behind, words)| Some((behind, joined(before, words, reader)?)));
        if let Some((behind, (role, span))) = joined {
            found = Some(Labelled { role: Some(role), span, depth: 0, behind });
        }
    }
    if body.0.is_empty() {
        drafts.broken = last_words(head, reader.text)
            .or_else(|| cut_label(head, reader.text))
            .filter(|(end, _)| *end == head.0.len())
            .map(|(_, words)| words);
    }
    let behind = head.0.get(found.as_ref().map_or(0, |found| found.behind)..).unwrap_or(&[]);
    let start = drafts.pieces.len();
    // Words in a cell behind a row's label are no blank.
    let row = matches!(found, Some(Labelled { role: Some(Role::Row(_)), .. }));
    let words = |atom: &&Atom| row && atom.kind == Kind::Text && atom.before == Break::Cell;
    drafts.pieces.extend(behind.iter().filter(|atom| atom.is_piece() || words(atom)));
    // Words in a cell of figures are kept: they make it unreadable, not absent.
    let is_cell = |atom: &&Atom| atom.is_piece() || atom.before != Break::None;
    if body.0.iter().all(|atom| is_cell(&atom)) {
        // At once, as nearly always.
        drafts.pieces.extend_from_slice(body.0);
    } else {
        drafts.pieces.extend(body.0.iter().filter(is_cell));
    }
    // Words behind which the line goes on begin the next row.
    while drafts.pieces.len() > start
        && drafts
            .pieces
            .last()
            .is_some_and(|atom| atom.kind == Kind::Text && goes_on_behind(atom, reader.text))
    {
        drafts.pieces.pop();
    }
    let pieces = start..drafts.pieces.len();
    let figures = !body.0.is_empty();
    match found {
        Some(Labelled { role: Some(Role::Row(row)), span, .. })
            if !figures && goes_on(row, span, start, begun, reader, drafts) =>
        {
            drafts.pieces.truncate(start);
        }
        Some(Labelled { role: Some(Role::Row(row)), span, depth, .. }) => {
            drafts.rows.push(Draft {
                row: Some(row),
                label: Some(span),
                pieces,
                depth,
                source: Source::Label,
            });
        }
        Some(Labelled { role: None, span, depth, .. }) if figures => {
            drafts.rows.push(Draft { row: None, label: Some(span), pieces, depth, source: Source::Label });
        }
        None if !pieces.is_empty() => {
            unlabelled(pieces, figures, reader, drafts);
            drafts.begun = last_words(head, reader.text).map(|(_, words)| words);
        }
        _ => drafts.pieces.truncate(start),
    }
}

/// Whether words and separators stand behind an atom on its line.
fn goes_on_behind(atom: &Atom, text: &str) -> bool {
    let behind = text.get(atom.span.end as usize..).unwrap_or("");
    let next = behind.trim_start_matches([' ', '|', '\t', '\u{A0}']).chars().next();
    next.is_some_and(|c| !is_space(c))
}

/// Cells without a label: the rest of the row above when that has too few, else a row of their own.
fn unlabelled(range: Range<usize>, figures: bool, reader: &Reader<'_>, drafts: &mut Drafts) {
    let before = drafts.rows.iter().rev().skip(1).find(|draft| draft.row.is_some());
    let before = before.map(|draft| usize::from(draft.depth) + draft.pieces.len());
    let above = drafts.rows.last_mut().filter(|above| reader.broken && above.pieces.end == range.start);
    if let Some((row, above)) = above.and_then(|above| Some((above.row?, above))) {
        let columns = (reader.form.columns)(row);
        let missing = columns.saturating_sub(above.pieces.len());
        if missing > 0 && range.len() >= missing && figures {
            above.pieces.end = range.end;
            // One cell too many for the row before, and for the form.
            let joined = usize::from(above.depth) + above.pieces.len() - 1;
            let over = above.pieces.len() > columns && before == Some(joined);
            let joint = if over { joint(range.start, &above.pieces, &drafts.pieces) } else { None };
            if let Some(at) = joint {
                drafts.pieces.remove(at);
                above.pieces.end -= 1;
            }
            return;
        }
        // Broken at its one blank cell, of which neither line has a trace.
        if missing == range.len() + 1 && figures {
            let blank = Atom { span: Span::new(0, 0), kind: Kind::Blank, before: Break::Cell };
            drafts.pieces.insert(range.start, blank);
            let joined = above.pieces.start..range.end + 1;
            if !reader.form.sums || drafts.pieces.get(joined.clone()).is_some_and(adds_up) {
                above.pieces.end = joined.end;
                return;
            }
            drafts.pieces.remove(range.start);
        }
        // Broken at a blank cell, which both lines show.
        if missing > 0 && above.pieces.len() + range.len() > columns {
            above.pieces.end = range.end;
            return;
        }
    }
    if figures {
        drafts.rows.push(Draft::new(None, None, range, Source::Label));
    } else {
        drafts.pieces.truncate(range.start);
    }
}

/// The blank cell where a row is broken before or behind a separator: the last cell of its first line and the first of the
/// `second` are one.
pub(super) fn joint(second: usize, row: &Range<usize>, pieces: &[Atom]) -> Option<usize> {
    // Behind the rest of a label it begins another cell.
    pieces.get(second).filter(|atom| atom.before == Break::Row)?;
    let is_blank = |at: &usize| pieces.get(*at).is_some_and(|atom| atom.kind == Kind::Blank);
    let beside = [second.checked_sub(1), Some(second)];
    beside.into_iter().flatten().filter(|at| row.contains(at)).find(is_blank)
}

/// The last words of a row, which are no label or a piece of one, and the number of its cells up to them.
fn last_words(row: Cells<'_>, text: &str) -> Option<(usize, Span)> {
    let at = row.0.iter().rposition(|atom| atom.kind != Kind::Blank)?;
    let atom = row.0.get(at).filter(|atom| matches!(atom.kind, Kind::Text | Kind::Fragment))?;
    (!is_point(atom, text)).then_some((at + 1, atom.span))
}

/// Whether words are only the point of a number, which stands on the line below its label.
fn is_point(atom: &Atom, text: &str) -> bool {
    let is_point = |words: &str| !words.contains(char::is_alphanumeric);
    atom.kind == Kind::Text && atom.span.slice(text).is_some_and(is_point)
}

/// The last label of a row, where it is cut: 本机关不掌握相关 / 政府信息.
fn cut_label(row: Cells<'_>, text: &str) -> Option<(usize, Span)> {
    let atom = row.0.last().filter(|atom| matches!(atom.kind, Kind::Label(Label::Row(_))))?;
    atom.span.slice(text).and_then(longest).filter(|found| found.cut)?;
    Some((row.0.len(), atom.span))
}

/// The label that words and those of the row before make together: 3.危及“ / 三安全一稳定”.
fn joined(before: Span, words: Span, reader: &mut Reader<'_>) -> Option<(Role, Span)> {
    let span = before.join(words);
    let text = span.slice(reader.text).filter(|text| !text.contains(['|', '\t']))?;
    let found = longest(text).filter(|found| found.len == text.trim_end_matches(['”', '"']).len())?;
    let atom = Atom { span, kind: Kind::Label(found.label), before: Break::Row };
    Some((reader.role(&atom)?, span))
}

/// Whether a row of blanks only goes on with the label of the row above, whose words are no label: a row that a page
/// break cuts. Then the row above is of this label.
fn goes_on(
    row: u8,
    words: Span,
    blanks: usize,
    begun: Option<Span>,
    reader: &Reader<'_>,
    drafts: &mut Drafts,
) -> bool {
    let blank =
        drafts.pieces.get(blanks..).is_some_and(|own| own.iter().all(|atom| atom.kind == Kind::Blank));
    let Some(Draft { row: above @ None, label: above_label, pieces, .. }) = drafts.rows.last_mut() else {
        return false;
    };
    let Some(begun_at) = above_label.or(begun) else { return false };
    let (Some(begun), Some(words)) = (begun_at.slice(reader.text), words.slice(reader.text)) else {
        return false;
    };
    let label: String = [begun, words].concat();
    let whole = longest(&label).filter(|found| {
        found.len == label.trim_end_matches(['”', '"', ')', '）']).len()
            && matches!((reader.form.role)(found.label, reader.context), Role::Row(found) if found == row)
    });
    if !blank || pieces.start == pieces.end || whole.is_none() {
        return false;
    }
    *above = Some(row);
    *above_label = Some(begun_at);
    true
}

struct Labelled {
    /// `None`: words that the form does not have.
    role: Option<Role>,
    span: Span,
    depth: u8,
    /// Atoms up to and with the label.
    behind: usize,
}

/// The innermost label of a row: the last one that is a row, else the last.
fn label(head: Cells<'_>, reader: &mut Reader<'_>) -> Option<Labelled> {
    let mut found: Option<Labelled> = None;
    let mut cell = 0_u8;
    for (at, atom) in head.0.iter().enumerate() {
        cell = cell.saturating_add(u8::from(atom.before != Break::None && at > 0));
        if matches!(atom.kind, Kind::Blank) || is_point(atom, reader.text) {
            continue;
        }
        let role = match atom.kind {
            Kind::Label(_) => reader.role(atom),
            // Words are compared with the labels only where no label stands.
            _ if found.as_ref().is_some_and(|found| found.role.is_some()) => continue,
            _ => reader.role(atom),
        };
        let fragment = matches!(atom.kind, Kind::Fragment) && role.is_none();
        let better = match &found {
            _ if fragment => false,
            Some(Labelled { role: Some(Role::Row(_)), .. }) => matches!(role, Some(Role::Row(_))),
            Some(Labelled { role: Some(_), .. }) => role.is_some(),
            _ => true,
        };
        if better {
            found = Some(Labelled { role, span: atom.span, depth: cell, behind: at + 1 });
        }
    }
    found
}
