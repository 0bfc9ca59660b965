//! A line of a drawn table: where strokes cross it, in columns of a screen.

use alloc::vec::Vec;

use super::screen::Columns;
use crate::layout::{Line, is_space};

/// What a table is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pen {
    /// `+`, `-`, `=` and `|`.
    Plain,
    /// `┼`, `─` and `│`, which show where strokes lead.
    Box,
}

/// A stroke that crosses a line, or meets others there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where it stands by each measure, and by the one that is taken.
    pub(super) columns: Columns,
    pub(super) column: u32,
    /// Its bytes in the text.
    pub(super) start: u32,
    pub(super) end: u32,
    /// Strokes lead from here to the lines above and below; both where the pen does not tell.
    pub(super) up: bool,
    pub(super) down: bool,
    /// A stroke along the line leads here from the mark before.
    pub(super) ruled: bool,
}

/// What a line is to the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A rule from one side to the other.
    Rule,
    /// A rule below some of the cells; others go on.
    Part,
    /// Lines of cells, from one side to the other.
    Cells,
    /// The side of the table does not end it.
    Cut,
}

impl Pen {
    /// What a rule above a table begins with.
    pub(super) const fn of(first: char) -> Option<Self> {
        match first {
            '+' => Some(Self::Plain),
            '\u{2500}'..='\u{257F}' => Some(Self::Box),
            _ => None,
        }
    }

    /// Whether a line can be one of a table: strokes of the pen begin or end it.
    pub(super) fn drew(self, text: &str, line: &Line) -> bool {
        let stroke = |c: char| match self {
            Self::Plain => matches!(c, '+' | '|'),
            Self::Box => Self::of(c) == Some(self),
        };
        line.first.is_some_and(stroke) || line.text(text).trim_end_matches(is_space).ends_with(stroke)
    }

    /// Whether the pen drew the second character of a line as well, as it did on a rule: lines of cells need no closer look.
    pub(super) fn goes_on(self, text: &str, line: &Line) -> bool {
        let second = line.text(text).trim_start_matches(is_space).chars().nth(1);
        second.is_some_and(|c| self.is_along(c) || self.arms(c).is_some() || Self::of(c) == Some(self))
    }

    /// Where a character leads up and down, as a part of the drawing; `None` for one along the line and for all others.
    const fn arms(self, c: char) -> Option<(bool, bool)> {
        match (self, c) {
            (Self::Plain, '|') => Some((true, true)),
            (Self::Box, '│' | '┃' | '┆' | '┇' | '┊' | '┋' | '╎' | '╏' | '║') => {
                Some((true, true))
            }
            (Self::Box, '┌'..='┓' | '┬'..='┳' | '╒'..='╗' | '╤'..='╦' | '╭' | '╮') => {
                Some((false, true))
            }
            (Self::Box, '└'..='┛' | '┴'..='┻' | '╘'..='╝' | '╧'..='╩' | '╯' | '╰') => {
                Some((true, false))
            }
            (Self::Box, '├'..='┫' | '┼'..='╋' | '╞'..='╣' | '╪'..='╬') => Some((true, true)),
            _ => None,
        }
    }

    /// Whether a character is a stroke along the line.
    const fn is_along(self, c: char) -> bool {
        match self {
            // Pandoc says with colons where the words of a column stand.
            Self::Plain => matches!(c, '-' | '=' | ':'),
            Self::Box => matches!(c, '─' | '━' | '┄' | '┅' | '┈' | '┉' | '╌' | '╍' | '═'),
        }
    }

    /// Finds the marks of a line; says whether it begins and ends with one. A line that does begins in the columns of the
    /// `indent`: a page may have moved it.
    pub(super) fn marks(
        self,
        text: &str,
        line: Line,
        indent: Option<Columns>,
        into: &mut Vec<Mark>,
    ) -> (Kind, bool) {
        let first = into.len();
        let words = line.text(text).trim_end_matches(is_space);
        // Strokes and other characters since the last mark.
        let (mut columns, mut strokes, mut others, mut crossed) = (Columns::default(), 0, 0, false);
        let (mut begun, mut rules, mut before) = (false, 0, ' ');
        let mut rest = words.chars();
        loop {
            let begin = words.len() - rest.as_str().len();
            let Some(c) = rest.next() else { break };
            if matches!(c, '0'..='9' | '\u{4E00}'..='\u{9FFF}') {
                // Nearly all that stands in cells.
                others += 1;
                (before, columns) = (c, columns.behind(c, 1));
                continue;
            }
            let is_along = self.is_along(c);
            if is_along || c == ' ' {
                // What fills cells up, and what rules are drawn with, stands many times.
                let more = repeated(words.as_bytes().get(begin..).unwrap_or_default(), c.len_utf8());
                rest = rest.as_str().get(more * c.len_utf8()..).unwrap_or("").chars();
                if is_along && into.len() > first {
                    strokes += more + 1;
                } else if is_along || into.len() > first {
                    others += more + 1;
                }
                (before, columns) = (c, columns.behind(c, more as u32 + 1));
                continue;
            }
            // A plus is a crossing where a rule leads to it.
            let crossing = self == Self::Plain
                && c == '+'
                && (self.is_along(before) || rest.as_str().starts_with(|c| self.is_along(c)));
            if let Some((up, down)) = if crossing { Some((true, true)) } else { self.arms(c) } {
                if into.len() == first && others == 0 {
                    begun = true;
                    columns = indent.unwrap_or(columns);
                }
                let sure = crossing || crossed || self == Self::Box || strokes >= SURE;
                let ruled = others == 0 && strokes > 0 && sure;
                rules += usize::from(ruled);
                let (start, end) = (line.start + begin as u32, line.start + (begin + c.len_utf8()) as u32);
                into.push(Mark { columns, column: 0, start, end, up, down, ruled });
                (strokes, others, crossed) = (0, 0, crossing);
                if into.len() - first > MOST_MARKS {
                    return (Kind::Cut, false);
                }
            } else if into.len() > first || !is_space(c) {
                others += 1;
            }
            (before, columns) = (c, columns.behind(c, 1));
        }
        let marks = into.get(first..).unwrap_or_default();
        let whole = begun && strokes + others == 0;
        let open = marks.windows(2).any(|pair| matches!(pair, [a, b] if a.end < b.start && !b.ruled));
        let kind = match (rules, open) {
            (0, _) => Kind::Cells,
            (_, true) => Kind::Part,
            (_, false) => Kind::Rule,
        };
        (kind, whole && marks.len() > 1)
    }
}

/// How often more the first character of a text, which is so many bytes long, stands behind itself. Eight bytes are looked
/// at together.
fn repeated(text: &[u8], len: usize) -> usize {
    let behind = text.get(len..).unwrap_or_default();
    let mut same = 0;
    let eight = |text: &[u8], at: usize| {
        text.get(at..).and_then(|rest| rest.first_chunk()).map(|eight| u64::from_le_bytes(*eight))
    };
    while let (Some(a), Some(b)) = (eight(text, same), eight(behind, same)) {
        let run = ((a ^ b).trailing_zeros() / 8) as usize;
        same += run;
        if run < 8 {
            return same / len;
        }
    }
    let pairs = text.iter().zip(behind).skip(same);
    (same + pairs.take_while(|(a, b)| a == b).count()) / len
}

/// No line of a table that is read has more.
const MOST_MARKS: usize = 200;
/// As many strokes are a rule also where no crossing ends them: words do not fill their cells.
const SURE: usize = 3;
