//! The title of a report, among the menus, addresses and notes that stand before its first section.

use alloc::string::String;

use memchr::memmem;

use super::frame::{compact, trimmed};
use super::furniture::is_stamp;
use super::naming::{FIELD, LONGEST, bare, ends_title, is_organ, is_title, may_be_title, organ, year};
use crate::Span;
use crate::layout::{Line, is_space};
use crate::report::{Agency, Title};
use crate::text::figure::digit;

/// Lines at the beginning among which the title is looked for.
const LINES: usize = 40;
/// Bytes of a long line in which a title is looked for, and behind it the name of its organ.
const REACH: usize = 4000;

/// Words that may be the title, and what they name.
struct Candidate {
    words: String,
    span: Span,
    year: Option<u16>,
    organ: Option<String>,
}

impl Candidate {
    /// The title that stands in these words, ornaments around it left out.
    fn of(text: &str, span: Span) -> Option<Self> {
        let line = span.slice(text)?;
        let place = may_be_title(line).then(|| bare(line))?;
        let start = span.start + u32::try_from(place.start).ok()?;
        let span = Span::new(start, span.start + u32::try_from(place.end).ok()?);
        let words = compact(line.get(place)?);
        is_title(&words).then(|| Self { year: year(&words), organ: organ(&words), words, span })
    }

    /// The same with the organ on a line of its own above it.
    fn below(mut self, text: &str, above: Option<&Line>) -> Self {
        if self.organ.is_some() || !self.words.starts_with(|c| digit(c).is_some()) {
            return self;
        }
        let above = above.and_then(|line| {
            let span = trimmed(text, line.start, line.end)?;
            let line = span.slice(text)?;
            Some((span, compact(line.get(bare(line)).unwrap_or(""))))
        });
        if let Some((span, name)) = above.filter(|(_, name)| is_organ(name)) {
            self.words.insert_str(0, &name);
            self.organ = organ(&self.words);
            self.span = self.span.join(span);
        }
        self
    }

    /// Titles name the organ and the year; the items of a menu neither, or only a year.
    const fn rank(&self) -> u8 {
        2 * self.organ.is_some() as u8 + self.year.is_some() as u8
    }
}

/// The title among the first lines: one line, or two when it is broken. Of several the first that names most.
pub(crate) fn title(text: &str, lines: &[Line]) -> Option<(Title, Option<Agency>)> {
    let mut best: Option<Candidate> = None;
    let mut above: Option<&Line> = None;
    let shown = |line: &&Line| !line.is_blank() && !is_stamp(line.text(text));
    let mut lines = lines.iter().filter(shown).take(LINES).peekable();
    while let Some(line) = lines.next() {
        let own = trimmed(text, line.start, line.end)?;
        let found = if is_long(text, own) {
            inside(text, own)
        } else {
            // A title of one line is not the second half of what stands above it.
            let mut next = || {
                let next = lines.peek().and_then(|next| trimmed(text, next.start, next.end))?;
                let apart = is_long(text, next) || Candidate::of(text, next).is_some();
                (!apart).then(|| own.join(next))
            };
            let whole = Candidate::of(text, own).or_else(|| Candidate::of(text, next()?));
            whole.map(|found| found.below(text, above))
        };
        let better = |found: &Candidate| best.as_ref().is_none_or(|best| best.rank() < found.rank());
        if let Some(found) = found.filter(better) {
            best = Some(found);
        }
        if best.as_ref().is_some_and(|best| best.rank() == 3) {
            break;
        }
        above = Some(line);
    }
    let Candidate { words, span, year, organ } = best?;
    let agency = organ.map(|name| Agency { name, span });
    Some((Title { text: words, year, span }, agency))
}

fn is_long(text: &str, span: Span) -> bool {
    span.slice(text).is_none_or(|line| {
        line.len() > LONGEST && line.chars().filter(|c| !is_space(*c)).nth(LONGEST).is_some()
    })
}

/// The title in a line that holds more, a whole page perhaps: between white space or marks, or behind the words with which
/// another title ends. Only one that names its year and an organ of which the text speaks again.
fn inside(text: &str, line: Span) -> Option<Candidate> {
    let words = line.slice(text)?;
    let (mut before, mut start) = (0, 0);
    let mut ends = words.char_indices().take_while(|(at, _)| *at < REACH).filter_map(|(at, c)| {
        let mark = is_space(c) || matches!(c, '|' | '>' | '/');
        (mark || ends_title(words.get(..at)?)).then_some(at)
    });
    ends.find_map(|end| {
        // The organ may stand before a mark as well.
        let starts = [start, before];
        if end > start + FIELD {
            (before, start) = (start, end);
        }
        ends_title(words.get(..end)?).then_some(())?;
        starts
            .into_iter()
            .find_map(|start| named_again(text, line.start as usize + start, line.start as usize + end))
    })
}

/// The title between two places, from where its organ begins: a name that the text behind it has again. Words of a menu may
/// touch it.
fn named_again(text: &str, start: usize, end: usize) -> Option<Candidate> {
    let span = |start| Some(Span::new(u32::try_from(start).ok()?, u32::try_from(end).ok()?));
    let found = Candidate::of(text, span(start)?).filter(|found| found.year.is_some())?;
    let name = found.organ.as_deref().filter(|name| is_organ(name))?;
    let behind = text.as_bytes().get(end..)?;
    let behind = behind.get(..REACH).unwrap_or(behind);
    let begin = name
        .char_indices()
        .map(|(at, _)| at)
        .find(|&at| name.get(at..).is_some_and(|name| memmem::find(behind, name.as_bytes()).is_some()))?;
    let name = name.get(begin..).filter(|name| name.chars().count() > 2)?;
    if begin == 0 {
        return Some(found);
    }
    let place = found.span.slice(text)?.find(name)?;
    Candidate::of(text, span(found.span.start as usize + place)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::lines;
    use alloc::format;

    #[test]
    fn titles_in_their_variants() {
        for (text, name, year) in [
            ("青石县2020年政府信息公开工作年度报告\n", Some("青石县"), Some(2020)),
            ("青石县 2020 年度政府信息公开\n工作年度报告\n", Some("青石县"), Some(2020)),
            ("2021年青石县白水镇政府信息公开工作年度报告", Some("青石县白水镇"), Some(2021)),
            ("青石县人民政府\n2024 年政府信息公开工作年度报告\n", Some("青石县人民政府"), Some(2024)),
            ("青石县政府信息公开工作年度报告", Some("青石县"), None),
            (
                "首页 > 政务公开 > 政府信息公开年报\n青石县2020年政府信息公开年度报告\n",
                Some("青石县"),
                Some(2020),
            ),
            (
                "政府信息公开指南\n政府信息公开年报\n2020年\n青石县2020年政府信息公开年度报告\n",
                Some("青石县"),
                Some(2020),
            ),
            // Menus, paths and fields around it, marks of lists, the name of the site behind it.
            (
                "* 政府信息公开指南\n* [政府信息公开年报](#)\n# 青石县司法局2021年政府信息公开工作年度报告\n",
                Some("青石县司法局"),
                Some(2021),
            ),
            (
                "首页|政务公开\n2021年政府信息公开年报\n青石县2021年政府信息公开年度报告",
                Some("青石县"),
                Some(2021),
            ),
            ("名称：青石县2020年政府信息公开工作年度报告_青石县政府网", Some("青石县"), Some(2020)),
            ("青石县2020年政府信息公开工作年度报告 浏览次数 12 目录", Some("青石县"), Some(2020)),
            ("2/3/22, 4:05 PM 某站\n青石县2021年政府信息公开工作年度报告", Some("青石县"), Some(2021)),
            // Between the spaces of a page, over two lines of it.
            (
                &format!("{0}青石县2020年政府信息公{0}\n{0}开工作年度报告{0}\n", " ".repeat(60)),
                Some("青石县"),
                Some(2020),
            ),
            // Its own organ, not the subject.
            ("青石县人民政府信息公开工作年度报告（2020年）", Some("青石县人民政府"), Some(2020)),
            // On the one line of a whole page, where words of a menu may touch it.
            (
                &format!(
                    "首页 > 年报 互动交流青石县司法局 2021年政府信息公开工作年度报告 青石县司法局{}",
                    "依照规定编制本报告".repeat(9)
                ),
                Some("青石县司法局"),
                Some(2021),
            ),
            ("政府信息公开年报\n一、总体情况\n", None, None),
        ] {
            let (title, agency) = title(text, &lines(text)).unwrap();
            assert_eq!((agency.as_ref().map(|a| a.name.as_str()), title.year), (name, year), "{text}");
        }
    }
}
