//! Pages that keep their columns by spaces, and wrap labels in their cells: pieces of one label stand below each other,
//! with figures and pieces of other cells beside them.
//!
//! ```text
//! lines ─► pieces in their columns ─► labels: pieces that are one of the form's together ─► text of whole rows + map
//! ```
//! Figures beside some piece of a label are its own, where all figures stand beside labels.

mod labels;
mod sheet;
mod write;

use core::ops::Range;

use crate::layout::{Layout, Line};
use crate::page::{Page, Text, narrow};
use crate::section::outline::Found;
use crate::section::region::TableRegion;

use sheet::Sheet;

/// Writes the rows of wrapped labels as one line each; `None` where there are none.
pub(crate) fn read(
    text: &str,
    lines: &[Line],
    headings: &[Found],
    tables: &[Option<TableRegion>; 3],
) -> Option<Page> {
    // The third table has no labels of rows.
    let [proactive, requests, _] = tables;
    let (mut out, mut written) = (Text::default(), 0);
    let mut own = [proactive, requests].map(Option::as_ref);
    own.sort_by_key(|table| table.map(|table| table.lines.start));
    for table in own.into_iter().flatten().filter(|table| table.rule.layout == Layout::Aligned) {
        let zone = zone(&table.lines, lines.len(), headings, tables);
        let Some(lines) = lines.get(zone) else { continue };
        if starts_at(lines) < written || !may_be_wrapped(text, lines) {
            continue;
        }
        let sheet = Sheet::of(text, lines);
        let Some(labels) = labels::wrapped(&sheet) else { continue };
        out.lines(text.get(written..starts_at(lines))?, written);
        written = write::rows(&sheet, &labels, &mut out);
    }
    if written == 0 {
        return None;
    }
    out.lines(text.get(written..)?, written);
    let (layout, source_len) = (Layout::Aligned, narrow(text.len()));
    Some(Page { layout, text: out, source_len, tables: [].into(), shared: [].into(), limit: None })
}

fn starts_at(lines: &[Line]) -> usize {
    lines.first().map_or(0, |line| line.start as usize)
}

/// Whether words end a line below the first row of figures, other than the heads of a clause: else no label is wrapped.
fn may_be_wrapped(text: &str, lines: &[Line]) -> bool {
    let ends_with_word = |line: &Line| {
        let end = line.bytes(text).trim_ascii_end().last_chunk();
        matches!(end, Some([0xE4..=0xE9, _, _] | [0xEF, 0xBC, 0x89] | [0xE2, 0x80, 0x9D]))
    };
    let is_head = |line: &Line| matches!(line.first, Some('第' | '信'));
    let mut rows = lines.iter().skip_while(|line| line.is_blank() || ends_with_word(line));
    rows.any(|line| ends_with_word(line) && !is_head(line))
}

/// The lines around a table that are of no other and no heading: the first and the last label may not be known by their
/// pieces.
fn zone(
    own: &Range<usize>,
    end: usize,
    headings: &[Found],
    tables: &[Option<TableRegion>; 3],
) -> Range<usize> {
    let heading = |found: &Found| found.line..found.line + 1;
    let others = tables.iter().flatten().map(|table| table.lines.clone()).chain(headings.iter().map(heading));
    others.fold(0..end, |zone, other| match other {
        above if above.end <= own.start => zone.start.max(above.end)..zone.end,
        below if own.end <= below.start => zone.start..zone.end.min(below.start),
        _ => zone,
    })
}
