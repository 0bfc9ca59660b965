//! Which layout a region is written in, decided by what the region looks like.

use core::ops::Range;

use memchr::memchr_iter;

use super::{Layout, Line, Tokenizer, cell_lines, comma_rows, flow, pipe_cells, rows};
use crate::text::fold::{Folded, fold};

/// Lines that tell how a region looks: one with more has a cell on each.
const ENOUGH: usize = 80;

/// What can be counted of a region.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Shape {
    /// Lines that hold something.
    lines: usize,
    /// Lines behind an empty line.
    spaced: usize,
    /// Lines with a tab.
    tabbed: usize,
    /// Lines that begin with a tab and have no other.
    tab_cells: usize,
    /// Lines with a pipe.
    piped: usize,
    /// Lines with pipes and two or more cells.
    pipe_rows: usize,
    /// Markdown's rules.
    rules: usize,
    /// Lines of a label and digits with nothing between.
    glued: usize,
    /// Lines with two or more figures and single spaces.
    spaced_figures: usize,
    /// Lines with two or more figures and columns of spaces.
    columns: usize,
    /// Lines of a single figure.
    lone_figures: usize,
    /// Lines of figures between commas.
    comma_rows: usize,
}

impl Shape {
    /// Counts the lines of a region.
    pub(crate) fn of(text: &str, lines: &[Line]) -> Self {
        let mut shape = Self::default();
        let mut after_blank = false;
        let any_pipes = lines.first().zip(lines.last()).is_some_and(|(first, last)| {
            text.get(first.start as usize..last.end as usize).is_some_and(|region| region.contains('|'))
        });
        for line in lines {
            if line.is_blank() && line.start == line.end {
                after_blank = true;
                continue;
            }
            let content = line.text(text);
            let tabs = few(b'\t', content);
            let pipes = if any_pipes { few(b'|', content) } else { 0 };
            if tabs > 0 {
                shape.tabbed += 1;
                shape.tab_cells += usize::from(tabs == 1 && line.begins_cell(text));
            }
            if pipes > 0 {
                shape.piped += 1;
                let rule = line.is_rule(text);
                shape.rules += usize::from(rule && pipes > 1);
                let mut filled = content.split('|').filter(|cell| !cell.chars().all(super::is_space));
                shape.pipe_rows += usize::from(!rule && filled.nth(1).is_some());
            }
            if line.is_blank() {
                after_blank = true;
                continue;
            }
            shape.lines += 1;
            shape.spaced += usize::from(after_blank);
            after_blank = false;
            if tabs + pipes == 0 {
                shape.figures(content);
            }
            if shape.lines == ENOUGH {
                break;
            }
        }
        shape
    }

    /// Counts the runs of digits in a line, numbers of labels left out, and what stands before them: words, one space,
    /// more spaces.
    fn figures(&mut self, line: &str) {
        let digit = |c: char| crate::text::figure::digit(c).is_some();
        let (mut runs, mut wide, mut apart, mut glued) = (0, 0, 0, false);
        let (mut gap, mut words, mut len, mut longest, mut begun_at) = (2, 0, 0, 0, 0);
        let mut comma = false;
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            if c == ' ' {
                gap += 1;
            } else if matches!(c, '\u{4E00}'..='\u{9FFF}') {
                if !matches!(c, '增' | '减') {
                    gap = 0;
                    words += 1;
                }
            } else if digit(c) {
                begun_at = if len == 0 { gap } else { begun_at };
                len += 1;
                let next = chars.peek().copied();
                if next.is_some_and(digit) {
                    continue;
                }
                // A separator or point inside a figure.
                if matches!(next, Some(',' | '，' | '.')) && chars.clone().nth(1).is_some_and(digit) {
                    comma |= next == Some(',');
                    chars.next();
                    continue;
                }
                comma |= next == Some(',');
                // 本年(2021)新收 has a year; ASCII digits and a point number a label.
                let numbers = matches!(next, Some(')' | '）' | '年'))
                    || len <= 2 && matches!(next, Some('.' | '、' | '．'));
                longest = len.max(longest);
                len = 0;
                if !numbers {
                    runs += 1;
                    wide += usize::from(begun_at >= 2);
                    apart += usize::from(begun_at >= 1);
                    glued |= begun_at == 0 && words >= 2;
                }
                gap = 0;
            } else if super::is_space(c) {
                gap += 1;
            } else if !matches!(c, '+' | '-' | '－') {
                gap = 0;
                words += usize::from(!c.is_ascii() && fold(c) == Folded::Foreign);
            }
        }
        match (runs, apart) {
            (0, _) => {}
            _ if comma && comma_rows::is_row(line) => self.comma_rows += 1,
            // No figure has so many digits: a row without a label.
            (1, _) if words == 0 && longest >= 13 => self.glued += 1,
            (1, _) if words == 0 => self.lone_figures += 1,
            // Marks among its digits: nothing is apart but the row from the line before.
            (_, 1) if words == 0 && line.trim().chars().count() >= 13 => self.glued += 1,
            (1, _) | (_, 0) => self.glued += usize::from(glued || words == 0),
            _ if wide * 2 > runs => self.columns += 1,
            _ => self.spaced_figures += 1,
        }
    }
}

/// How often a separator stands in a line: never, once, or more often.
fn few(separator: u8, line: &str) -> usize {
    match line.as_bytes() {
        // Most lines are a cell with a tab before it: a search costs more than a look.
        line if line.len() < 16 => line.iter().filter(|byte| **byte == separator).count(),
        line => memchr_iter(separator, line).take(2).count(),
    }
}

/// A layout: its name, how a region in it looks, and its tokenizer. The first that fits is taken.
pub(crate) struct Rule {
    pub(crate) layout: Layout,
    pub(crate) fits: fn(&Shape) -> bool,
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
        fits: |s| s.piped * 3 > s.lines && s.pipe_rows * 3 < s.piped,
        tokenize: pipe_cells::pipe_cells,
        grid: false,
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

/// Rows of HTML tables: the text of a page has them on lines, cells between tabs.
#[cfg(feature = "html")]
static HTML: Rule =
    Rule { layout: Layout::Html, fits: |_| false, tokenize: rows::tab_rows, grid: true, keeps_blanks: true };

/// The layout of a region. `grids`: where the text has rows of HTML tables, in order.
pub(crate) fn detect(text: &str, lines: &[Line], grids: &[Range<u32>]) -> &'static Rule {
    #[cfg(feature = "html")]
    if let (Some(first), Some(last)) = (lines.first(), lines.last())
        && grids
            .get(grids.partition_point(|grid| grid.end <= first.start))
            .is_some_and(|grid| grid.start < last.end)
    {
        return &HTML;
    }
    #[cfg(not(feature = "html"))]
    let _ = grids;
    let shape = Shape::of(text, lines);
    // The last rule fits everything.
    LAYOUTS.iter().find(|rule| (rule.fits)(&shape)).unwrap_or(&FALLBACK)
}

static FALLBACK: Rule =
    Rule { layout: Layout::PdfCells, fits: |_| true, tokenize: flow::flow, grid: false, keeps_blanks: false };
