//! Which layout a region is written in, decided by what the region looks like.

use core::ops::Range;

use super::shape::Shape;
use super::{Layout, Line, Tokenizer, cell_lines, comma_rows, flow, pipe_cells, rows};

/// A layout: its name, how a region in it looks, and its tokenizer. The first that fits is taken.
pub(crate) struct Rule {
    pub(crate) layout: Layout,
    fits: fn(&Shape) -> bool,
    pub(crate) tokenize: Tokenizer,
    /// Rows and cells are known from separators; else words tell them.
    pub(crate) grid: bool,
    /// A blank cell leaves a trace.
    pub(crate) keeps_blanks: bool,
}

/// The list of layouts.
pub(crate) const LAYOUTS: &[Rule] = &[
    Rule {
        layout: Layout::Markdown,
        fits: |s| s.rules > 0 && s.pipe_rows > 0,
        tokenize: rows::pipe_rows,
        grid: true,
        keeps_blanks: true,
    },
    Rule {
        layout: Layout::PipeCells,
        fits: |s| s.wiki_rows == 0 && s.piped * 3 > s.lines && s.pipe_rows * 3 < s.piped,
        tokenize: pipe_cells::pipe_cells,
        grid: false,
        keeps_blanks: true,
    },
    Rule {
        layout: Layout::PipeCells,
        fits: |s| s.wiki_rows > 0 && s.piped * 3 > s.lines,
        tokenize: pipe_cells::wiki_cells,
        grid: true,
        keeps_blanks: true,
    },
    Rule {
        layout: Layout::PipeRows,
        fits: |s| s.piped * 3 > s.lines,
        tokenize: rows::pipe_rows,
        grid: true,
        keeps_blanks: true,
    },
    Rule {
        // Tags of a page by tabs, its lines kept, or its source without them: whether a line between two cells is a
        // blank one is not said.
        layout: Layout::ParagraphCells,
        fits: |s| {
            !s.tight && s.tabs_around * 2 > s.lines || s.indented == s.tabbed && s.indented * 2 > s.lines
        },
        tokenize: flow::flow,
        grid: false,
        keeps_blanks: false,
    },
    Rule {
        layout: Layout::CellLines,
        fits: |s| s.tab_cells * 2 > s.lines,
        tokenize: cell_lines::cell_lines,
        grid: true,
        keeps_blanks: true,
    },
    Rule {
        layout: Layout::TabRows,
        fits: |s| s.tabbed * 3 > s.lines,
        tokenize: rows::tab_rows,
        grid: true,
        keeps_blanks: true,
    },
    Rule {
        layout: Layout::CommaRows,
        fits: |s| s.comma_rows > s.spaced_figures + s.columns + s.glued && s.comma_rows > s.lone_figures,
        tokenize: comma_rows::comma_rows,
        grid: true,
        keeps_blanks: true,
    },
    Rule {
        layout: Layout::Aligned,
        fits: |s| {
            let most = s.columns >= s.spaced_figures && s.columns >= s.glued;
            s.columns > 0 && most && s.columns * 4 >= s.lone_figures
        },
        tokenize: flow::flow,
        grid: false,
        keeps_blanks: false,
    },
    Rule {
        layout: Layout::PdfRows,
        fits: |s| {
            let most = s.spaced_figures >= s.glued;
            s.spaced_figures > 0 && most && s.spaced_figures * 4 >= s.lone_figures
        },
        tokenize: flow::flow,
        grid: false,
        keeps_blanks: false,
    },
    Rule {
        layout: Layout::Glued,
        fits: |s| s.glued > 0 && s.glued * 3 >= s.lone_figures,
        tokenize: flow::flow,
        grid: false,
        keeps_blanks: false,
    },
    Rule {
        layout: Layout::ParagraphCells,
        fits: |s| s.lone_figures > 0 && s.spaced * 10 >= s.lines * 8,
        tokenize: flow::flow,
        grid: false,
        keeps_blanks: false,
    },
    Rule { layout: Layout::PdfCells, fits: |_| true, tokenize: flow::flow, grid: false, keeps_blanks: false },
];

/// Tables of pages: the text of a page has their rows on lines, cells between tabs.
static PAGES: [Rule; 2] = [page(Layout::Html), page(Layout::Ruled)];

const fn page(layout: Layout) -> Rule {
    Rule { layout, fits: |_| false, tokenize: rows::tab_rows, grid: true, keeps_blanks: true }
}

/// Where the text of a page has rows of its tables, in order, and how the source has them.
#[derive(Clone, Copy)]
pub(crate) struct Grids<'p> {
    pub(crate) layout: Layout,
    pub(crate) places: &'p [Range<u32>],
}

impl Grids<'_> {
    /// Those of a text that is no page.
    pub(crate) const NONE: Self = Self { layout: Layout::Html, places: &[] };

    /// Whether the tables of the text may be those of a page that is to be written as rows first.
    pub(crate) fn may_be_page(&self) -> bool {
        self.layout == Layout::Html && self.places.is_empty()
    }

    /// Whether a row stands among some lines.
    fn meet(&self, lines: &[Line]) -> bool {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return false };
        let next = self.places.partition_point(|place| place.end <= first.start);
        self.places.get(next).is_some_and(|place| place.start < last.end)
    }
}

/// Whether a blank cell leaves a trace in a layout.
pub(crate) fn keeps_blanks(layout: Layout) -> bool {
    LAYOUTS.iter().chain(&PAGES).any(|rule| rule.layout == layout && rule.keeps_blanks)
}

/// The layout of a region.
pub(crate) fn detect(text: &str, lines: &[Line], grids: Grids<'_>) -> &'static Rule {
    let page = PAGES.iter().find(|page| page.layout == grids.layout);
    if let Some(page) = page.filter(|_| grids.meet(lines)) {
        return page;
    }
    let shape = Shape::of(text, lines);
    // The last rule fits everything.
    LAYOUTS.iter().find(|rule| (rule.fits)(&shape)).unwrap_or(&FALLBACK)
}

static FALLBACK: Rule =
    Rule { layout: Layout::PdfCells, fits: |_| true, tokenize: flow::flow, grid: false, keeps_blanks: false };
