//! A line of a drawn table: where strokes cross it, in columns of a screen.

use alloc::vec::Vec;

use crate::layout::{Line, is_space};

/// What a table is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pen {
    /// `+`, `-`, `=` and `|`.
    Plain,
    /// `┼`, `─` and `│`, which show where strokes lead.
    Box,
}

/// How many columns characters take that some screens print wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Widths {
    Narrow,
    Wide,
    /// Every character takes one, ideographs as well.
    One,
}

/// A stroke that crosses a line, or meets others there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
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

    /// Finds the marks of a line; says whether it begins and ends with one. A line that does begins in the column of the
    /// `indent`: a page may have moved it.
    pub(super) fn marks(
        self,
        text: &str,
        line: Line,
        widths: Widths,
        indent: Option<u32>,
        into: &mut Vec<Mark>,
    ) -> (Kind, bool) {
        let first = into.len();
        let words = line.text(text).trim_end_matches(is_space);
        // Strokes and other characters since the last mark.
        let (mut column, mut strokes, mut others, mut crossed) = (0, 0, 0, false);
        let (mut begun, mut rules, mut before) = (false, 0, ' ');
        let mut at = 0;
        while let Some(c) = words.get(at..).and_then(|rest| rest.chars().next()) {
            let begin = at;
            if matches!(c, '0'..='9' | '\u{4E00}'..='\u{9FFF}') {
                // Nearly all that stands in cells.
                others += 1;
                (before, column, at) = (c, column + width(c, widths), at + c.len_utf8());
                continue;
            }
            // What fills cells up, and what rules are drawn with, stands many times.
            let run = if c == ' ' || self.is_along(c) {
                repeated(words.as_bytes().get(at..).unwrap_or_default())
            } else {
                1
            };
            at += run * c.len_utf8();
            let next = words.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            // A plus is a crossing where a rule leads to it.
            let crossing = self == Self::Plain && c == '+' && (self.is_along(before) || self.is_along(next));
            if let Some((up, down)) = if crossing { Some((true, true)) } else { self.arms(c) } {
                if into.len() == first && others == 0 {
                    begun = true;
                    column = indent.unwrap_or(column);
                }
                let sure = crossing || crossed || self == Self::Box || strokes >= SURE;
                let ruled = others == 0 && strokes > 0 && sure;
                rules += usize::from(ruled);
                let (start, end) = (line.start + begin as u32, line.start + at as u32);
                into.push(Mark { column, start, end, up, down, ruled });
                (strokes, others, crossed) = (0, 0, crossing);
                if into.len() - first > MOST_MARKS {
                    return (Kind::Cut, false);
                }
            } else if self.is_along(c) && into.len() > first {
                strokes += run;
            } else if into.len() > first || !is_space(c) {
                others += run;
            }
            (before, column) = (c, column + width(c, widths) * run as u32);
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

/// How often the first character of a text, a stroke or a space, stands one behind the other.
fn repeated(text: &[u8]) -> usize {
    match text {
        [first, ..] if first.is_ascii() => text.iter().take_while(|byte| *byte == first).count(),
        [a, b, c, ..] => text
            .chunks_exact(3)
            .take_while(|next| matches!(next, [d, e, f] if (a, b, c) == (d, e, f)))
            .count(),
        _ => 1,
    }
}

/// No line of a table that is read has more.
const MOST_MARKS: usize = 200;
/// As many strokes are a rule also where no crossing ends them: words do not fill their cells.
const SURE: usize = 3;

/// How many columns of a screen a character takes.
const fn width(c: char, widths: Widths) -> u32 {
    match (c, widths) {
        ('\0'..='\u{A0}', _) | (_, Widths::One) => 1,
        ('\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}', _) => 0,
        ('\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{303E}' | '\u{3041}'..='\u{A4CF}', _)
        | ('\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}', _)
        | ('\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{1F300}'..='\u{3FFFD}', _) => 2,
        // Quotes, dashes, numbers in circles, and what tables are drawn with.
        ('\u{A1}'..='\u{27BF}', Widths::Wide) => 2,
        _ => 1,
    }
}
