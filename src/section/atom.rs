//! Cells read as words: labels, figures, marks, blanks, and text that is none of them.

use alloc::vec::Vec;

use crate::Span;
use crate::layout::{Break, Token, is_space};
use crate::report::Mark;
use crate::template::Measure;
use crate::template::labels::Label;
use crate::text::figure::{Figure, Printed, digit, is_numeral, plain, printed};
use crate::text::fold::{Folded, Symbol, fold, symbols_of};
use crate::text::fragment::is_fragment;
use crate::text::label::longest;

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
    /// Whether it stands for a cell of figures: a figure, a mark or a blank.
    pub(crate) const fn is_piece(&self) -> bool {
        matches!(self.kind, Kind::Figure(_) | Kind::Mark(_) | Kind::Blank)
    }
}

/// Reads tokens as atoms, `None` when there are more than `most`. In a `grid` a label ends with its cell; else it may run
/// on over the lines up to `end`.
pub(crate) fn atoms(text: &str, tokens: &[Token], grid: bool, end: usize, most: usize) -> Option<Vec<Atom>> {
    let mut atoms = Vec::with_capacity(tokens.len() + 8);
    let mut scan = Scan { text, grid, end, most, resume: 0, open: 0, depth: 0, symbols: Vec::new() };
    for token in tokens {
        let (start, stop) = (token.start as usize, token.end as usize);
        let span = Span::new(token.start, token.end);
        if start == stop {
            atoms.push(Atom { span, kind: Kind::Blank, before: token.before });
        } else if let Some(figure) = text.as_bytes().get(start..stop).and_then(plain) {
            atoms.push(Atom { span, kind: Kind::Figure(figure), before: token.before });
        } else {
            scan.cell(start, stop, token.before, &mut atoms);
        }
        if atoms.len() > most {
            return None;
        }
    }
    Some(atoms)
}

/// The first atom of a line, if it is a label: what kind of line it is.
pub(crate) fn leading_label(text: &str, start: usize, stop: usize) -> Option<Label> {
    let rest = text.get(start..stop)?;
    let (lead, _) = lead(rest);
    let rest = rest.get(lead..)?;
    let first = rest.chars().next()?;
    let rest = match digit(first) {
        // A number whose point was lost.
        Some(_) => rest.get(first.len_utf8()..)?,
        None => rest,
    };
    let found = longest(rest)?;
    let behind = rest.get(found.len..)?;
    let figure = behind.trim_start_matches(is_space);
    if let Some(Printed::Figure(figure_found)) = printed(figure)
        && figure.get(figure_found.len as usize..)?.starts_with(['，', '；', '。', '、'])
    {
        return None;
    }
    // A label cut at the end of its line, when enough of it is there to be told from a word.
    let whole = !found.cut || found.len >= 5 * '字'.len_utf8();
    (whole && ends_word(behind, found.label)).then_some(found.label)
}

struct Scan<'t> {
    text: &'t str,
    grid: bool,
    end: usize,
    most: usize,
    /// Where a label that ran on over lines ended.
    resume: usize,
    /// Lines for which an open bracket of guidance behind a label is still waited for.
    open: u8,
    /// How many brackets are open then.
    depth: usize,
    symbols: Vec<Symbol>,
}

impl Scan<'_> {
    fn cell(&mut self, start: usize, stop: usize, before: Break, into: &mut Vec<Atom>) {
        let mut at = start.max(self.resume);
        let (mut before, mut foreign, mut begun) = (before, false, at > start);
        at = self.close_guidance(at, stop);
        let first = into.len();
        while let Some(rest) =
            self.text.get(at..stop).filter(|rest| !rest.is_empty() && into.len() <= self.most)
        {
            let (skip, numbered) = lead(rest);
            if skip > 0 {
                at += skip;
                begun |= !numbered;
                if at >= stop {
                    break;
                }
            }
            let Some(rest) = self.text.get(at..stop).filter(|rest| !rest.is_empty()) else { break };
            let (mut kind, mut len) = self.word(at, rest, foreign, numbered, begun);
            if self.grid && kind == Some(Kind::Text) {
                // In a cell of its own, digits behind words are part of them: ①2件, 第3条.
                len = rest.len();
            } else if matches!(kind, Some(Kind::Figure(_)))
                && matches!(into.last(), Some(before) if before.kind == Kind::Text && before.span.end as usize == at)
            {
                kind = Some(Kind::Text);
            }
            begun = true;
            let Some(kind) = kind else {
                at += len;
                continue;
            };
            // A lone letter is a stray piece of a vertical label, not the beginning of prose.
            foreign |= kind == Kind::Text && len > '字'.len_utf8();
            let span = Span::new(at as u32, (at + len) as u32);
            into.push(Atom { span, kind, before });
            before = Break::None;
            at += len;
            if !self.grid && is_sentence(into, self.text.get(at..).unwrap_or("")) {
                // 行政处罚212件，… is prose about a row.
                into.truncate(first);
                return;
            }
            if let Kind::Label(label) = kind {
                self.resume = at;
                let stop = stop.max(at);
                // What is left of 增/减 whose second half is lost.
                let half = matches!(label, Label::Measure(Measure::Change, _))
                    && self.text.get(at..stop).is_some_and(|rest| rest.starts_with(['/', '／']));
                at += if half { if self.text.as_bytes().get(at) == Some(&b'/') { 1 } else { 3 } } else { 0 };
                at = self.guidance(at, stop);
            }
        }
    }

    /// The word at the start of `rest`: what it is (nothing, for a number without its point) and its length.
    fn word(
        &mut self,
        at: usize,
        rest: &str,
        foreign: bool,
        numbered: bool,
        begun: bool,
    ) -> (Option<Kind>, usize) {
        if !numbered || !rest.starts_with(['无', '無']) {
            match printed(rest) {
                Some(Printed::Figure(figure)) => {
                    if let Some(found) = self.figure(at, rest, figure, begun) {
                        return found;
                    }
                }
                Some(Printed::Mark(mark, len)) => return (Some(Kind::Mark(mark)), len as usize),
                None => {}
            }
        }
        if !foreign && let Some((label, len)) = self.label(at, rest) {
            return (Some(Kind::Label(label)), len);
        }
        let len = words(rest);
        let known = symbols_of(rest.get(..len).unwrap_or(""), &mut self.symbols);
        let fragment = known && !foreign && is_fragment(&self.symbols);
        (Some(if fragment { Kind::Fragment } else { Kind::Text }), len)
    }

    /// A figure, unless its digits begin a word (2020年) or number a label.
    fn figure(
        &mut self,
        at: usize,
        rest: &str,
        figure: Figure,
        begun: bool,
    ) -> Option<(Option<Kind>, usize)> {
        let len = figure.len as usize;
        let behind = rest.get(len..)?;
        let one_digit = figure.digits == 1 && figure.len == 1;
        let Some(next) = behind.chars().next() else { return Some((Some(Kind::Figure(figure)), len)) };
        if is_space(next) || matches!(next, '|' | '(' | '（' | '/' | '。' | '；' | ';') {
            return Some((Some(Kind::Figure(figure)), len));
        }
        let (skip, _) = lead(behind);
        let label = self.label(at + len + skip, behind.get(skip..)?);
        if let Some((Label::Row(_) | Label::Other, _)) = label {
            // `00000002.其他法律…`: the last digit numbers the label behind it.
            let numbers = behind.starts_with(['.', '．', '、']);
            if numbers && figure.digits > 1 && figure.digits == figure.len {
                let cut = rest.get(..len - 1)?;
                if let Some(Printed::Figure(shorter)) = printed(cut) {
                    return Some((Some(Kind::Figure(shorter)), cut.len()));
                }
            }
            if one_digit && !begun {
                return Some((None, 1));
            }
        }
        if label.is_some() || printed(behind).is_some() || matches!(fold(next), Folded::Skip | Folded::Digit)
        {
            return Some((Some(Kind::Figure(figure)), len));
        }
        let word = behind.get(..words(behind))?;
        let fragment = symbols_of(word, &mut self.symbols) && is_fragment(&self.symbols);
        let year =
            word.starts_with(['年', '月', '日', '号']) && word.chars().count() > usize::from(!self.grid);
        (fragment && !year).then_some((Some(Kind::Figure(figure)), len))
    }

    /// The label at the start of `rest`, and its length, which may go beyond `rest`.
    fn label(&self, at: usize, rest: &str) -> Option<(Label, usize)> {
        matches!(fold(rest.chars().next()?), Folded::Symbol(_)).then_some(())?;
        let reach = if self.grid { rest } else { self.text.get(at..self.end.max(at + rest.len()))? };
        let found = longest(reach)?;
        let behind = reach.get(found.len..)?;
        ends_word(behind, found.label).then_some((found.label, found.len))
    }

    /// Passes over guidance in brackets behind a label.
    fn guidance(&mut self, at: usize, stop: usize) -> usize {
        let rest = self.text.get(at..stop).unwrap_or("");
        let closed = closed_guidance(rest);
        match guidance(rest.get(closed..).unwrap_or("")) {
            Guidance::Open(depth) => {
                (self.open, self.depth) = (4, depth);
                // Figures beside the beginning of the guidance.
                at + figures_behind(rest)
            }
            _ => at + closed,
        }
    }

    /// Passes over the rest of guidance that an earlier line began.
    fn close_guidance(&mut self, at: usize, stop: usize) -> usize {
        if self.open == 0 {
            return at;
        }
        let line = self.text.get(at..stop).unwrap_or("");
        let figures = printed(line).is_some() && !line.contains([')', '）']);
        if figures || line.starts_with(|c| digit(c).is_some()) {
            return at;
        }
        self.open -= 1;
        let (mut spaced, mut skip_to) = (false, 0);
        for (offset, c) in line.char_indices() {
            match c {
                _ if offset < skip_to => {}
                ')' | '）' if self.depth > 1 => self.depth -= 1,
                ')' | '）' => {
                    // The end of a gloss, or of guidance: more may follow at once.
                    self.open = 0;
                    return self.guidance(at + offset + c.len_utf8(), stop);
                }
                '(' | '（' => match guidance(line.get(offset..).unwrap_or("")) {
                    // The number of the next label: there was no guidance.
                    Guidance::None => {
                        self.open = 0;
                        return at;
                    }
                    Guidance::Closed(len) => skip_to = offset + len,
                    Guidance::Open(_) => self.depth += 1,
                },
                // Figures beside the middle of the guidance.
                _ if spaced && line.get(offset..).and_then(printed).is_some() => return at + offset,
                _ => spaced = is_space(c),
            }
        }
        if leading_label(self.text, at, stop).is_some() {
            self.open = 0;
            return at;
        }
        stop
    }
}

/// Where figures begin that end a line behind white space; its length when none do.
fn figures_behind(line: &str) -> usize {
    let figure = |c: char| digit(c).is_some() || is_space(c) || ",.+-/／—".contains(c);
    let words = line.trim_end_matches(figure).len();
    let behind = line.get(words..).unwrap_or("");
    match behind.find(is_space) {
        Some(space) if !behind.trim_matches(is_space).is_empty() => words + space,
        _ => line.len(),
    }
}

/// Whether a label and a figure are part of a sentence: a comma or full stop touches the figure.
fn is_sentence(atoms: &[Atom], behind: &str) -> bool {
    matches!(
        atoms,
        [.., Atom { kind: Kind::Label(_), .. }, Atom { kind: Kind::Figure(_), before: Break::None, .. }]
    ) && behind.starts_with(['，', '；', '。', '、'])
}

/// What stands in brackets behind a label.
enum Guidance {
    /// Nothing, or the number of the next label.
    None,
    /// Guidance of so many bytes, brackets included.
    Closed(usize),
    /// Guidance that does not end on this line, within so many brackets.
    Open(usize),
}

/// Guidance in brackets behind a label: it may name other rows.
fn guidance(rest: &str) -> Guidance {
    let inner = rest.trim_start_matches(is_space);
    if !inner.starts_with(['(', '（', '[', '【']) {
        return Guidance::None;
    }
    let begin = rest.len() - inner.len();
    let mut depth = 0_usize;
    for (offset, c) in inner.char_indices() {
        match c {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            let numeral = |c: char| is_numeral(c) || digit(c).is_some() || is_space(c);
            let number = inner.get(..offset).unwrap_or("").chars().skip(1).all(numeral);
            return if number { Guidance::None } else { Guidance::Closed(begin + offset + c.len_utf8()) };
        }
    }
    Guidance::Open(depth)
}

/// The length of guidance that ends on this line, a gloss before it included.
pub(crate) fn closed_guidance(rest: &str) -> usize {
    let mut at = 0;
    while let Guidance::Closed(len) = guidance(rest.get(at..).unwrap_or("")) {
        at += len;
    }
    at
}

/// Whether a label ends where `behind` begins: not in the middle of a word.
fn ends_word(behind: &str, label: Label) -> bool {
    let Some(next) = behind.chars().next() else { return true };
    match fold(next) {
        Folded::Skip | Folded::Digit => true,
        _ if matches!(next, '增' | '减' | '減' | '无' | '未') && printed(behind).is_some() => true,
        // 其他 and 总计 are too short to stand glued before just any word.
        Folded::Symbol(_) => {
            let (skip, _) = lead(behind);
            let numbered = skip > 0;
            let bare = matches!(label, Label::Other | Label::Total);
            numbered || longest(behind).is_some_and(|next| !next.cut || !bare)
        }
        Folded::Foreign => lead(behind).0 > 0,
    }
}

/// The length of white space, punctuation and numbers before a label, and whether there is a number: `（三）`, `2.`, `四、`.
pub(crate) fn lead(text: &str) -> (usize, bool) {
    let mut at = 0;
    let mut numbered = false;
    while let Some(rest) = text.get(at..) {
        let Some(c) = rest.chars().next() else { break };
        if is_space(c) || is_punctuation(c) {
            at += c.len_utf8();
        } else if let Some(len) = number(rest) {
            at += len;
            numbered = true;
        } else {
            break;
        }
    }
    (at, numbered)
}

fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        '、' | '，'
            | ','
            | '。'
            | '；'
            | ';'
            | '：'
            | ':'
            | '“'
            | '”'
            | '"'
            | '\''
            | '《'
            | '》'
            | '（'
            | '）'
            | '('
            | ')'
            | '【'
            | '】'
            | '['
            | ']'
            | '*'
            | '#'
            | '>'
            | '·'
            | '．'
            | '.'
            | '|'
            | '‘'
            | '’'
            | '「'
            | '」'
            | '_'
            | '`'
    )
}

/// The length of a number and the point behind it.
fn number(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let digits = if is_numeral(first) {
        text.find(|c| !is_numeral(c)).unwrap_or(text.len())
    } else if digit(first).is_some() {
        0
    } else {
        return None;
    };
    let point = |rest: &str| -> Option<usize> {
        let spaces = rest.len() - rest.trim_start_matches([' ', '\u{A0}', '\u{3000}']).len();
        let c = rest.get(spaces..)?.chars().next()?;
        matches!(c, '、' | '.' | '．' | ')' | '）' | '，' | ',').then_some(spaces + c.len_utf8())
    };
    if digits > 0 {
        // 一(yī) is a number with its pronunciation.
        let digits = digits + text.get(digits..).map_or(0, crate::text::label::gloss_len);
        return (digits <= 24).then(|| point(text.get(digits..)?).map(|len| digits + len)).flatten();
    }
    // One or two ASCII digits. A number has no leading zero: the zero of `03.其他` is a figure.
    let digits = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 2 || (digits == 2 && first == '0') {
        return None;
    }
    let len = digits + point(text.get(digits..)?)?;
    let word = text.get(len..)?.trim_start_matches(is_space).chars().next()?;
    matches!(fold(word), Folded::Symbol(_) | Folded::Foreign).then_some(len)
}

/// The length of the words at the start of a text: up to white space, a figure or the end of a sentence.
fn words(text: &str) -> usize {
    // A year that begins a word belongs to it.
    let begin = text.find(|c| digit(c).is_none()).unwrap_or(text.len());
    let mut chars = text.get(begin..).unwrap_or("").char_indices();
    chars.next();
    let end = chars.find(|(_, c)| is_space(*c) || digit(*c).is_some() || matches!(c, '。' | '|'));
    end.map_or(text.len(), |(at, _)| begin + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::token;
    use crate::template::Row;

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
    fn numbers_of_labels_are_no_figures() {
        assert_eq!(shown("三、本年度办理结果(一)予以公开2000002"), "[RequestsHead][granted]2000002 ");
        assert_eq!(shown("00000002.其他法律行政法规禁止公开0000000"), "0 [denied.prohibited_by_law]0 ");
        assert_eq!(shown("1属于国家秘密 3 0"), "[denied.state_secret]3 0 ");
        assert_eq!(shown("0000000(二)部分公开"), "0 [partially_granted]");
    }

    #[test]
    fn wrapped_labels_leave_fragments() {
        assert_eq!(shown("（三）不 4.保护第三方合法权益 6 0"), "<Fragment>[denied.third_party_rights]6 0 ");
        assert_eq!(shown("（四）无 1.本机关不掌握相关政府信息 7"), "<Fragment>[unavailable.not_held]7 ");
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
