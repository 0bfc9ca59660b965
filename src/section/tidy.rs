//! What is seen only of all rows of a table together: labels without cells beside cells without a label, and blanks
//! between figures that are residue of spans.

use alloc::vec::Vec;

use super::atom::{Atom, Kind};
use super::cut_short;
use super::empty::{doubt_empty, doubt_lone, doubt_shifted};
use super::place::{adds_up, is_filled};
use super::rows::{Draft, Drafts, Source};
use super::twice;
use crate::layout::{Break, Layout, is_space};
use crate::report::Mark;

/// A table has no more numbers of pages in it that stand about as figures.
pub(super) const MOST_PAGES: usize = 3;

/// Cells that no label has, when they are more than what damage to a row leaves.
const MANY: usize = 15;

/// Rows with their sums that speak against a row without.
const FEWEST: usize = 4;

/// The table whose rows are looked over.
pub(crate) struct Look<'t> {
    pub(crate) text: &'t str,
    pub(crate) layout: Layout,
    /// Separators show the cells.
    pub(crate) grid: bool,
    /// Blank cells leave a trace.
    pub(crate) keeps_blanks: bool,
    /// The last column is the sum of the others.
    pub(crate) sums: bool,
    /// Figures stand outside the table that may be its own.
    pub(crate) outside: bool,
    /// The table stands twice, and which of the two is the report's is not said.
    pub(crate) twice: bool,
}

/// Looks over the rows, which have so many `columns`.
pub(crate) fn tidy(drafts: &mut Drafts, look: &Look<'_>, columns: impl Fn(&Draft) -> usize) {
    if look.grid && look.sums {
        cut_short::fill_up(drafts, &columns);
    }
    let loose = !look.keeps_blanks && look.layout != Layout::Glued;
    if (loose || look.grid) && drafts.rows.iter().any(is_orphan) {
        doubt_broken(look, drafts, &columns);
    }
    if look.layout != Layout::Glued || look.outside {
        doubt_empty(drafts, look, &columns);
    }
    if loose && look.sums {
        doubt_shifted(drafts, look, &columns);
    }
    if look.layout == Layout::PdfCells && look.sums {
        doubt_lone(drafts);
    }
    if loose {
        doubt_pages(drafts, &columns);
        doubt_uneven(drafts, look, &columns);
    } else if look.grid {
        doubt_parted(drafts, &columns);
        doubt_blank(drafts);
    }
    if look.grid {
        drop_residue(drafts, columns, look.sums);
    }
    if look.twice {
        twice::doubt(drafts);
    }
}

pub(super) const fn is_orphan(draft: &Draft) -> bool {
    draft.row.is_none() && draft.label.is_none()
}

/// The cells of a row, while other rows are changed.
pub(super) fn own<'p>(pieces: &'p [Atom], draft: &Draft) -> &'p [Atom] {
    pieces.get(draft.pieces.clone()).unwrap_or(&[])
}

/// A row with too many figures, two of them in one cell: the number of a page perhaps, and which one is not said. Beside
/// such a cell blanks are perhaps residue, and their number tells nothing.
fn doubt_parted(drafts: &mut Drafts, columns: &impl Fn(&Draft) -> usize) {
    let Drafts { rows, pieces, .. } = drafts;
    for draft in rows.iter_mut().filter(|draft| draft.row.is_some() && draft.pieces.len() >= columns(draft)) {
        let own = own(pieces, draft);
        let behind = own.get(1..).unwrap_or(&[]);
        let has = |before: Break| behind.iter().any(|atom| atom.before == before);
        let uneven = own.len() > columns(draft) || own.iter().any(|atom| atom.kind == Kind::Blank);
        if columns(draft) > 1 && uneven && has(Break::Cell) && has(Break::None) {
            draft.source = Source::Doubtful;
        }
    }
}

/// A row of blanks beside figures without a label, which stand a line higher or lower in their cells: perhaps its own. One
/// such figure is the number of a page, unless there are many.
fn doubt_blank(drafts: &mut Drafts) {
    if !drafts.rows.iter().any(is_orphan) {
        // As nearly always.
        return;
    }
    let Drafts { rows, pieces, .. } = drafts;
    let figures = |draft: &Draft| own(pieces, draft).iter().filter(|atom| is_filled(atom)).count();
    let few = rows.iter().filter(|draft| is_orphan(draft) && figures(draft) == 1).count() <= MOST_PAGES;
    // Of figures that have a line each, those that follow one another.
    let runs = rows.chunk_by(|a, b| is_orphan(a) && is_orphan(b));
    let orphans: Vec<bool> = runs
        .flat_map(|run| {
            let many = run.first().is_some_and(is_orphan)
                && run.iter().map(figures).sum::<usize>() > usize::from(few);
            core::iter::repeat_n(many, run.len())
        })
        .collect();
    for at in 0..rows.len() {
        let beside = [at.checked_sub(1), Some(at + 1)];
        let orphan = beside.into_iter().flatten().any(|at| orphans.get(at) == Some(&true));
        if let Some(draft) = rows.get_mut(at).filter(|draft| orphan && draft.row.is_some()) {
            if !own(pieces, draft).iter().any(is_filled) {
                draft.source = Source::Doubtful;
            }
        }
    }
}

/// A figure between two dashes is perhaps the number of a page that stands on the line of a row without cells.
fn doubt_pages(drafts: &mut Drafts, columns: &impl Fn(&Draft) -> usize) {
    let Drafts { rows, pieces, .. } = drafts;
    for draft in rows.iter_mut().filter(|draft| draft.row.is_some() && draft.pieces.len() == 3) {
        let own = own(pieces, draft);
        let dash = |atom: &Atom| atom.kind == Kind::Mark(Mark::Dash);
        let page = matches!(own, [a, Atom { kind: Kind::Figure(_), .. }, b] if dash(a) && dash(b));
        if page && columns(draft) != 3 {
            draft.source = Source::Doubtful;
        }
    }
}

/// Whether cells of whole rows stand about, or columns of them that fit no labels: they are of any label.
pub(super) fn is_flooded(drafts: &Drafts, look: &Look<'_>, columns: &impl Fn(&Draft) -> usize) -> bool {
    let spare = |draft: &Draft| match drafts.pieces(draft) {
        own if is_orphan(draft) && !has_sum(own) => own.len(),
        own if draft.row.is_some() => own.len().saturating_sub(columns(draft)),
        _ => 0,
    };
    look.outside
        || drafts.rows.iter().any(|draft| draft.source == Source::Lost)
        // One too many in a row is the number of the next label.
        || !look.keeps_blanks && drafts.rows.iter().map(spare).filter(|spare| *spare > 1).sum::<usize>() >= MANY
}

/// Whether cells of a table stand about, so that those of the table before it may be among them.
pub(crate) fn is_strewn(drafts: &Drafts) -> bool {
    is_stray(drafts) || drafts.rows.iter().any(|draft| draft.source == Source::Lost)
}

/// Whether figures stand about that no label has, and that are neither numbers of pages nor a whole row with its sum.
pub(super) fn is_stray(drafts: &Drafts) -> bool {
    let orphans = || drafts.rows.iter().filter(|draft| is_orphan(draft)).map(|draft| drafts.pieces(draft));
    let parts = || orphans().filter(|pieces| !has_sum(pieces)).map(<[Atom]>::len);
    parts().any(|pieces| pieces > 1) || parts().count() > MOST_PAGES
}

/// Whether a row has cells, but not one for each column, and they do not add up.
pub(super) fn is_uneven(draft: &Draft, pieces: &[Atom], columns: usize) -> bool {
    let count = pieces.len();
    draft.row.is_some() && count > 0 && count != columns && !adds_up(pieces)
}

/// Where blanks leave no trace, a row without its sum is one whose sum is blank. Beside rows that have theirs it is as
/// likely one that lacks a figure; and where figures stand about that no label has, so is each that has not all.
fn doubt_uneven(drafts: &mut Drafts, look: &Look<'_>, columns: &impl Fn(&Draft) -> usize) {
    let beyond = |draft: &Draft| draft.row.is_some() && draft.pieces.len() > columns(draft) + MOST_PAGES;
    let apart = || drafts.rows.iter().any(beyond);
    let stray = look.sums && (is_stray(drafts) || is_flooded(drafts, look, columns) || apart());
    let Drafts { rows, pieces, .. } = drafts;
    let own = |draft: &Draft| own(pieces, draft);
    let uneven = |draft: &Draft| is_uneven(draft, own(draft), columns(draft));
    let whole =
        |draft: &&Draft| draft.row.is_some() && draft.pieces.len() == columns(draft) && has_sum(own(draft));
    let count = rows.iter().filter(|draft| uneven(draft)).count();
    // Publishers who leave sums blank do so in more than one row.
    let few = look.sums && count > 0 && rows.iter().filter(whole).count() > count.max(FEWEST);
    if !stray && !few {
        return;
    }
    for draft in rows.iter_mut() {
        let own = own(draft);
        let short = draft.row.is_some() && own.len() != columns(draft);
        // So is one whose figures are from several lines and have another sum.
        let lines = || own.iter().skip(1).any(|atom| atom.before != Break::None);
        let strewn = || look.sums && draft.row.is_some() && lines() && !adds_up(own);
        if draft.source == Source::Label && (stray && (short || strewn()) || uneven(draft)) {
            draft.source = Source::Doubtful;
        }
    }
}

/// Labels first, then figures: row by row or column by column is seen only from sums. Without rows that show it to be
/// column by column, a table that has no sums cannot be read.
pub(crate) fn doubt_columns(drafts: &mut Drafts, sums: Option<&Drafts>) {
    let shown = sums.is_some_and(|other| other.rows.iter().any(|draft| draft.source == Source::Columns));
    let columns = |draft: &&mut Draft| draft.source == Source::Columns && draft.pieces.len() > 1;
    if !shown {
        drafts.rows.iter_mut().filter(columns).for_each(|draft| draft.source = Source::Lost);
    }
    if drafts.rows.iter().any(|draft| draft.source == Source::Lost) {
        // Beside such rows the figures behind two labels are perhaps a column of both.
        let mut empty = false;
        for draft in &mut drafts.rows {
            if empty && draft.source == Source::Label && draft.pieces.len() > 1 {
                draft.source = Source::Doubtful;
            }
            empty = draft.row.is_some() && draft.pieces.is_empty();
        }
    }
}

/// Whether the last cell is the sum of the others, and not nothing.
pub(super) fn has_sum(pieces: &[Atom]) -> bool {
    adds_up(pieces) && matches!(pieces.last(), Some(Atom { kind: Kind::Figure(sum), .. }) if sum.mantissa > 0)
}

/// A row with figures on the next line that nothing claims perhaps lacks the ends of figures that were wrapped in their
/// cells, unless it adds up as it stands. Between separators one figure is perhaps the cell that the row above lacks.
fn doubt_broken(look: &Look<'_>, drafts: &mut Drafts, columns: &impl Fn(&Draft) -> usize) {
    let (text, sums) = (look.text, look.sums);
    for at in 1..drafts.rows.len() {
        let Some([above, below]) = drafts.rows.get(at - 1..=at) else { continue };
        let pieces = drafts.pieces(above);
        let next = match (pieces.last(), drafts.pieces(below).first()) {
            (Some(last), Some(first)) => text.get(last.span.end as usize..first.span.start as usize),
            _ => None,
        };
        let doubtful = is_orphan(below)
            && above.row.is_some()
            && above.source == Source::Label
            && (sums || look.grid || below.pieces.len() <= columns(above))
            && next.is_some_and(|between| sums || is_line_end(between))
            && (sums || !look.grid || is_end(pieces, drafts.pieces(below)))
            && !(sums && adds_up(pieces));
        if doubtful {
            if let Some(above) = drafts.rows.get_mut(at - 1) {
                above.source = Source::Doubtful;
            }
        }
    }
}

/// Whether a row ends with a blank cell and one figure begins the line below.
fn is_end(above: &[Atom], below: &[Atom]) -> bool {
    let lacks = above.last().is_some_and(|last| !is_filled(last));
    let mut filled = below.iter().map(is_filled);
    lacks && filled.next() == Some(true) && !filled.any(|filled| filled)
}

/// Whether only the end of a line stands between two figures, no empty line and no end of a page.
fn is_line_end(between: &str) -> bool {
    between.matches('\n').count() == 1 && between.chars().all(|c| is_space(c) && c != '\u{C}')
}

/// A row with as many figures and marks as columns has no blank cell: the blanks between them are residue of spans.
fn drop_residue(drafts: &mut Drafts, columns: impl Fn(&Draft) -> usize, sums: bool) {
    let mut kept: Vec<Atom> = Vec::new();
    for at in 0..drafts.rows.len() {
        let Some(draft) = drafts.rows.get(at) else { continue };
        let (columns, pieces) = (columns(draft), drafts.pieces(draft));
        if draft.row.is_none() || pieces.len() <= columns || columns < 2 || draft.source != Source::Label {
            continue;
        }
        let inner = || pieces.iter().filter(|piece| is_filled(piece));
        let (first, last) = (pieces.iter().position(is_filled), pieces.iter().rposition(is_filled));
        let (Some(first), Some(last)) = (first, last) else { continue };
        if inner().count() != columns || last - first + 1 == columns || inner().any(|a| a.kind == Kind::Text)
        {
            continue;
        }
        kept.clear();
        kept.extend(inner());
        if sums && !adds_up(&kept) {
            continue;
        }
        let start = drafts.pieces.len();
        drafts.pieces.extend_from_slice(&kept);
        if let Some(draft) = drafts.rows.get_mut(at) {
            draft.pieces = start..start + kept.len();
            draft.source = Source::Gaps;
        }
    }
}
