//! Cells read as words: labels, figures, marks, blanks, and text that is none of them.

use alloc::vec::Vec;
use core::ops::Range;

use super::grid_cell::{grid_cell, may_be_written, written_cell};
use super::index;
use super::lead::cell_label;
use super::scan::Scan;
use crate::Span;
use crate::layout::{Break, Token};
use crate::report::Mark;
use crate::template::labels::Label;
use crate::text::figure::{Figure, plain};

/// What a piece of a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Label(Label),
    Figure(Figure),
    Mark(Mark),
    Blank,
    /// A piece of a wrapped label.
    Fragment,
    /// Words that no label has.
    Text,
}

/// A piece of a cell and what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Atom {
    pub(crate) span: Span,
    pub(crate) kind: Kind,
    pub(crate) before: Break,
}

impl Atom {
    /// A label at a place behind `at`.
    pub(super) const fn label(label: Label, at: usize, place: &Range<usize>, before: Break) -> Self {
        // Texts are shorter than 4 GiB.
        let span = Span::new((at + place.start) as u32, (at + place.end) as u32);
        Self { span, kind: Kind::Label(label), before }
    }

    /// A blank cell.
    pub(super) const fn blank(cell: &Token) -> Self {
        Self { span: Span::new(cell.start, cell.start), kind: Kind::Blank, before: cell.before }
    }

    /// Whether it is words that end at a place.
    pub(super) fn is_text_to(&self, at: usize) -> bool {
        self.kind == Kind::Text && self.span.end as usize == at
    }

    /// Whether it stands for a cell of figures: a figure, a mark or a blank.
    pub(crate) const fn is_piece(&self) -> bool {
        self.is_printed() || matches!(self.kind, Kind::Blank)
    }

    /// Whether it is a figure or a mark.
    pub(crate) const fn is_printed(&self) -> bool {
        matches!(self.kind, Kind::Figure(_) | Kind::Mark(_))
    }
}

/// Reads tokens as atoms, `None` when there are more than `most`. In a `grid` a label ends with its cell; else it may run
/// on over the lines up to `end`.
pub(crate) fn atoms(text: &str, tokens: &[Token], grid: bool, end: usize, most: usize) -> Option<Vec<Atom>> {
    // Where no separators stand, nothing tells how many there will be: about one in ten bytes.
    let region = tokens.first().map_or(0, |first| end.saturating_sub(first.start as usize));
    let room = if grid { tokens.len() } else { tokens.len().max(region / 10) };
    let mut atoms = Vec::with_capacity(room.min(most) + 8);
    let mut scan = Scan::new(text, grid, end, most);
    for token in tokens {
        let (start, stop) = (token.start as usize, token.end as usize);
        if start == stop {
            atoms.push(Atom::blank(token));
        } else if let Some(figure) = text.as_bytes().get(start..stop).and_then(plain) {
            let span = Span::new(token.start, token.end);
            atoms.push(Atom { span, kind: Kind::Figure(figure), before: token.before });
        } else if grid {
            let cell = if scan.open == 0 { text.get(start..stop) } else { None };
            match cell.and_then(cell_label) {
                Some((label, place)) => atoms.push(Atom::label(label, start, &place, token.before)),
                None => grid_cell(text, token, &mut scan, &mut atoms),
            }
        } else {
            let first = atoms.len();
            if text.as_bytes().get(start..stop).is_some_and(may_be_written) {
                written_cell(text, token, &mut scan, &mut atoms);
            } else {
                scan.cell(start, stop, token.before, &mut atoms);
            }
            drop_number(text, start, &mut atoms, first);
        }
        if atoms.len() > most {
            return None;
        }
    }
    index::drop(&mut atoms, grid);
    Some(atoms)
}

/// Whether a point, 、 or ． stands somewhere.
fn begins_with_point(text: &str, at: usize) -> bool {
    matches!(text.as_bytes().get(at..), Some([b'.', ..] | [0xE3, 0x80, 0x81, ..] | [0xEF, 0xBC, 0x8E, ..]))
}

/// A number that stands in a cell of its own before the label that it numbers, which begins at `start`, where tags stood
/// between: `2` / `、其他…`, `2.` / `其他…`.
pub(super) fn drop_number(text: &str, start: usize, atoms: &mut Vec<Atom>, label: usize) {
    let Some([number, atom]) = label.checked_sub(1).and_then(|at| atoms.get(at..=label)) else { return };
    let Kind::Figure(Figure { mantissa: 1..=9, len: 1, .. }) = number.kind else { return };
    let has_point = || begins_with_point(text, start) || begins_with_point(text, number.span.end as usize);
    if matches!(atom.kind, Kind::Label(_)) && has_point() {
        let before = number.before;
        atoms.remove(label - 1);
        if let Some(atom) = atoms.get_mut(label - 1) {
            atom.before = before;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::token;
    use crate::template::Row;
    use crate::template::labels::CELLS;

    fn read(line: &str) -> Vec<Kind> {
        let tokens = [token(line, 0, line.len(), Break::Line)];
        atoms(line, &tokens, false, line.len(), 99).unwrap().into_iter().map(|atom| atom.kind).collect()
    }

    fn shown(line: &str) -> alloc::string::String {
        use core::fmt::Write as _;
        let mut out = alloc::string::String::new();
        for kind in read(line) {
            match kind {
                Kind::Label(Label::Row(row)) => write!(out, "[{}]", row.key()),
                Kind::Label(label) => write!(out, "[{label:?}]"),
                Kind::Figure(figure) => write!(out, "{} ", figure.mantissa),
                other => write!(out, "<{other:?}>"),
            }
            .unwrap();
        }
        out
    }

    #[test]
    fn a_look_at_a_cell_finds_what_the_walk_finds() {
        for cell in CELLS {
            let text = cell.words;
            let mut scan = Scan::new(text, true, text.len(), 9);
            let mut walked = Vec::new();
            scan.cell(0, text.len(), Break::Row, &mut walked);
            assert_eq!(
                walked,
                atoms(text, &[token(text, 0, text.len(), Break::Row)], true, text.len(), 9).unwrap()
            );
            assert_eq!(walked.len(), 1, "{text}");
            assert_eq!((scan.open, scan.depth), (0, 0), "{text}");
            assert_eq!(
                cell_label(text).map(|(label, place)| Atom::label(label, 0, &place, Break::Row)),
                Some(walked[0])
            );
        }
    }

    #[test]
    fn numbers_of_labels_are_no_figures() {
        assert_eq!(shown("三、本年度办理结果(一)予以公开2000002"), "[RequestsHead][granted]2000002 ");
        assert_eq!(shown("00000002.其他法律行政法规禁止公开0000000"), "0 [denied.prohibited_by_law]0 ");
        assert_eq!(shown("1属于国家秘密 3 0"), "[denied.state_secret]3 0 ");
        assert_eq!(shown("0000000(二)部分公开"), "0 [partially_granted]");
    }

    #[test]
    fn wrapped_labels_leave_fragments() {
        assert_eq!(shown("（三）不 4.保护第三方合法权益 6 0"), "<Fragment>[denied.third_party_rights]6 0 ");
        assert_eq!(shown("（五）不 4.无正当理由大量反复申请 7"), "<Fragment>[not_processed.excessive]7 ");
        assert_eq!(shown("形，不计其他情形） 7"), "<Fragment>7 ");
        assert_eq!(shown("0 8结"), "0 8 <Fragment>");
    }

    #[test]
    fn guidance_and_prose_name_no_rows() {
        assert_eq!(
            shown("其他对外管理服务事项（含行政确认、行政处罚、行政强制） 1 2 3"),
            "[Item(OtherServices)]1 2 3 "
        );
        assert_eq!(read("全市 行政处罚")[1..], [Kind::Text]);
        assert_eq!(read("其他主动公开文件"), [Kind::Text]);
    }

    #[test]
    fn labels_run_on_over_lines() {
        let text = "5.要求行政机关确认或重新出\n1 0\n具已获取信息\n";
        let tokens: Vec<Token> = [(0, 38), (39, 42), (43, 61)]
            .iter()
            .map(|&(start, end)| token(text, start, end, Break::Line))
            .collect();
        let kinds: Vec<Kind> =
            atoms(text, &tokens, false, text.len(), 99).unwrap().into_iter().map(|a| a.kind).collect();
        assert_eq!(kinds[0], Kind::Label(Label::Row(Row::Reconfirmation)));
        assert!(matches!(kinds[1..], [Kind::Figure(_), Kind::Figure(_), Kind::Fragment]));
    }
}
