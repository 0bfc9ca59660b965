//! What can be counted of a region, by which its layout is told.

use memchr::{memchr, memchr_iter};

use super::pipe_cells::WIKI_ROW;
use super::stand::{Stand, stand};
use super::{Line, space};

/// Lines that tell how a region looks: one with more has a cell on each.
const ENOUGH: usize = 80;

/// Lines that tell it where nearly all look alike.
const FEW: usize = 16;

/// What can be counted of a region.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shape {
    /// Lines that hold something.
    pub(super) lines: usize,
    /// Lines behind an empty line.
    pub(super) spaced: usize,
    /// Lines with a tab.
    pub(super) tabbed: usize,
    /// Lines of one cell with tabs on one side of it or around it.
    pub(super) tab_cells: usize,
    /// Those with tabs around it.
    pub(super) tabs_around: usize,
    /// Lines with several tabs in front and none elsewhere: the indent of a page's source.
    pub(super) indented: usize,
    /// Two of those with tabs around it stand next to each other.
    pub(super) tight: bool,
    /// The last line was one of these.
    boxed: bool,
    /// Lines with a pipe.
    pub(super) piped: usize,
    /// Lines with pipes and two or more cells.
    pub(super) pipe_rows: usize,
    /// Lines with which rows of wikis begin.
    pub(super) wiki_rows: usize,
    /// Markdown's rules.
    pub(super) rules: usize,
    /// Lines of a label and digits with nothing between.
    pub(super) glued: usize,
    /// Lines with two or more figures and single spaces.
    pub(super) spaced_figures: usize,
    /// Lines with two or more figures and columns of spaces.
    pub(super) columns: usize,
    /// Lines of a single figure.
    pub(super) lone_figures: usize,
    /// Lines of figures between commas.
    pub(super) comma_rows: usize,
}

impl Shape {
    /// Counts the lines of a region.
    pub(super) fn of(text: &str, lines: &[Line]) -> Self {
        let mut shape = Self::default();
        let mut after_blank = false;
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return shape };
        let region = text.as_bytes().get(first.start as usize..last.end as usize).unwrap_or_default();
        let any = |separator| memchr(separator, region).is_some();
        let separators = [any(b'\t'), any(b'|')];
        for (at, line) in lines.iter().enumerate() {
            // A tab alone may be a blank cell, or stand between the tags of a page.
            if line.is_blank() {
                (after_blank, shape.boxed) = (true, false);
                continue;
            }
            let separated = separators != [false; 2] && shape.separated(text, line, separators);
            shape.lines += 1;
            shape.spaced += usize::from(after_blank);
            after_blank = false;
            if !separated {
                shape.figures(text, line);
            }
            if shape.lines == ENOUGH {
                break;
            }
            if shape.lines >= FEW && shape.is_plain() {
                shape.look_through(text, lines.get(at + 1..).unwrap_or(&[]));
                break;
            }
        }
        shape
    }

    /// Counts a line by the tabs and pipes in it, where the region has `any`; whether it has some.
    fn separated(&mut self, text: &str, line: &Line, any: [bool; 2]) -> bool {
        let content = line.text(text);
        let [tabs, pipes] = any;
        let tabs = if tabs { few(b'\t', content) } else { 0 };
        let pipes = if pipes { few(b'|', content) } else { 0 };
        if tabs > 0 {
            self.tabbed += 1;
            self.indented += usize::from(tabs > 1 && is_indented(content));
            let one = is_one_cell(content, tabs);
            self.tab_cells += usize::from(one);
            let boxed = one && tabs > 1;
            self.tabs_around += usize::from(boxed);
            self.tight |= boxed && self.boxed;
            self.boxed = boxed;
        }
        if pipes > 0 {
            self.piped += 1;
            self.wiki_rows += usize::from(content == WIKI_ROW);
            let rule = line.is_rule(text);
            self.rules += usize::from(rule && pipes > 1);
            self.pipe_rows += usize::from(!rule && has_filled_cells(content));
        }
        tabs + pipes > 0
    }

    /// Counts a line by how its figures stand.
    fn figures(&mut self, text: &str, line: &Line) {
        let count = match stand(line.text(text)) {
            Stand::Absent => return,
            Stand::Lone => &mut self.lone_figures,
            Stand::Glued => &mut self.glued,
            Stand::Spaced => &mut self.spaced_figures,
            Stand::Columns => &mut self.columns,
            Stand::Commas => &mut self.comma_rows,
        };
        *count += 1;
    }

    /// Looks through the other lines for what one of them can tell, or all together: a rule among rows of pipes, empty lines
    /// between lone figures.
    fn look_through(&mut self, text: &str, rest: &[Line]) {
        let spaced = self.tabbed == 0 && self.lone_figures > 0;
        if self.piped == 0 && !spaced {
            return;
        }
        let (mut seen, mut after_blank) = (self.lines, false);
        for line in rest {
            if line.is_blank() {
                after_blank = true;
                continue;
            }
            if self.piped > 0 {
                self.rules += usize::from(line.is_rule(text) && few(b'|', line.text(text)) > 1);
            } else {
                self.lines += 1;
                self.spaced += usize::from(after_blank);
            }
            (seen, after_blank) = (seen + 1, false);
            if seen == ENOUGH || self.rules > 0 {
                break;
            }
        }
    }

    /// Whether the lines so far leave little doubt: cells on their own behind tabs, rows between tabs or pipes, or rows of
    /// figures that all look the same.
    const fn is_plain(&self) -> bool {
        let most = self.lines - self.lines / 4;
        if self.piped > 0 {
            let cells = self.pipe_rows == 0 && self.piped * 5 >= self.lines * 2;
            return cells || self.pipe_rows >= most || self.rules > 0 && self.pipe_rows > 0;
        }
        if self.tabbed > 0 {
            return self.tab_cells >= most || self.tabbed >= most && self.tab_cells == 0;
        }
        let figures = self.glued + self.spaced_figures + self.columns;
        let rows = if self.lone_figures > 0 {
            figures == 0 && self.lone_figures >= FEW
        } else {
            let alike = self.glued == figures || self.spaced_figures == figures || self.columns == figures;
            figures >= FEW / 2 && alike
        };
        rows && self.comma_rows == 0
    }
}

/// Whether pipes part two cells that hold something.
fn has_filled_cells(line: &str) -> bool {
    let (mut at, mut filled) = (0, false);
    loop {
        at = space::skip(line, at, line.len());
        let rest = line.as_bytes().get(at..).unwrap_or_default();
        at += match rest {
            [] => return false,
            [b'|', ..] => 1,
            _ if filled => return true,
            _ => match memchr(b'|', rest) {
                Some(len) => len + 1,
                None => return false,
            },
        };
        filled |= !rest.starts_with(b"|");
    }
}

/// Whether a tab stands on one side of what a line holds, or as many on both, and no other tab does. A figure has a label
/// beside it unless it is a cell of its own.
fn is_one_cell(line: &str, tabs: usize) -> bool {
    let inner = line.trim_start_matches(super::is_space);
    let cell = inner.trim_end_matches(super::is_space);
    let count = |around: &str| memchr_iter(b'\t', around.as_bytes()).count();
    let before = line.get(..line.len() - inner.len()).map_or(0, count);
    let behind = inner.get(cell.len()..).map_or(0, count);
    let lone = || before > 0 && behind > 0 && cell.bytes().all(|byte| byte.is_ascii_digit());
    let one = before == behind || tabs == 1 && before + behind == 1 || lone();
    one && memchr(b'\t', cell.as_bytes()).is_none()
}

/// Whether no tab stands behind the first thing that a line holds.
fn is_indented(line: &str) -> bool {
    memchr(b'\t', line.trim_start_matches(super::is_space).as_bytes()).is_none()
}

/// How often a separator stands in a line: never, once, or more often.
fn few(separator: u8, line: &str) -> usize {
    let line = line.as_bytes();
    if line.len() >= SHORT {
        return memchr_iter(separator, line).take(2).count();
    }
    // Most lines are a cell: a search costs more than a look.
    let Some(first) = line.iter().position(|byte| *byte == separator) else { return 0 };
    1 + usize::from(line.iter().skip(first + 1).any(|byte| *byte == separator))
}

/// Bytes of a line in which a separator is not searched.
const SHORT: usize = 16;
