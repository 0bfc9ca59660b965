//! What the words of a title name, and where they stand in their line.

use alloc::string::String;
use core::ops::Range;

use memchr::memchr_iter;

use super::frame::number;
use crate::layout::is_space;
use crate::text::figure::digit;

/// Characters of a title at the most.
pub(super) const LONGEST: usize = 80;
/// Characters of the name of a field before a title, `名称：`, at the most.
pub(super) const FIELD: usize = 8;

const SUBJECTS: &[&str] = &["信息公开", "信息公開", "資訊公開", "政务公开"];
const REPORTS: &[&str] = &["年度报告", "年度報告", "工作报告", "年报"];
/// With what the names of organs end.
const ORGANS: &[&str] = &[
    "政府",
    "局",
    "委员会",
    "办公室",
    "办事处",
    "厅",
    "院",
    "中心",
    "委",
    "会",
    "县",
    "市",
    "区",
    "镇",
    "乡",
    "街道",
];

/// Where the title stands in a line: without marks of lists and emphasis, the name of its field and that of the site.
pub(super) fn bare(line: &str) -> Range<usize> {
    let mut start = line.len() - line.trim_start_matches(is_ornament).len();
    let name = line.get(start..).unwrap_or("").char_indices().take(FIELD + 1);
    if let Some((at, colon)) = name.into_iter().find(|(_, c)| matches!(c, '：' | ':')) {
        let behind = line.get(start + at + colon.len_utf8()..).unwrap_or("");
        start = line.len() - behind.trim_start_matches(is_ornament).len();
    }
    let words = line.get(start..).unwrap_or("");
    let site = REPORTS.iter().filter_map(|end| {
        let at = places(words, end).next()? + end.len();
        let (title, behind) = words.split_at_checked(at)?;
        let more =
            behind.starts_with(is_space) && !behind.trim_start_matches(is_space).starts_with(['（', '(']);
        let ends =
            behind.trim_start_matches(is_space).starts_with(['_', '\\', '|', '｜', '-', '—', '－', '–']);
        (ends || (more || behind.starts_with("目录")) && year(title).is_some()).then_some(at)
    });
    let published = ["发布时间", "發佈時間"].iter().filter_map(|word| places(words, word).next());
    let end = published.chain(site).min();
    let words = words.get(..end.unwrap_or(words.len())).unwrap_or("").trim_end_matches(is_ornament);
    start..start + words.len()
}

/// White space, marks of lists and of emphasis.
fn is_ornament(c: char) -> bool {
    let mark = |c| {
        matches!(c, '#' | '*' | '-' | '=' | '_' | '`' | '+' | '|' | '>')
            || matches!(c, '•' | '●' | '◆' | '■' | '□' | '◎' | '·')
    };
    is_space(c) || mark(c)
}

/// Where a word stands in a text. For short texts: nothing is prepared, its last byte is looked for.
pub(super) fn places<'t>(text: &'t str, word: &'static str) -> impl Iterator<Item = usize> + 't {
    let (bytes, word) = (text.as_bytes(), word.as_bytes());
    let last = word.last().copied().unwrap_or(0);
    memchr_iter(last, bytes).filter_map(move |at| {
        let start = (at + 1).checked_sub(word.len())?;
        (bytes.get(start..=at) == Some(word)).then_some(start)
    })
}

/// Whether a line has letters that all titles have; most lines lack them.
pub(super) fn may_be_title(line: &str) -> bool {
    let has = |letter| places(line, letter).next().is_some();
    has("公") && (has("报") || has("報"))
}

pub(super) fn is_title(words: &str) -> bool {
    let has = |list: &[&'static str]| list.iter().any(|word| places(words, word).next().is_some());
    let sentence = || words.contains(['，', '。', '《', '；']);
    has(SUBJECTS) && has(REPORTS) && !sentence() && !is_path(words) && words.chars().count() <= LONGEST
}

/// Whether words are the path to a page or a menu of its site.
fn is_path(words: &str) -> bool {
    words.contains(['>', '＞', '»', '›', '|', '｜'])
        || words.starts_with("首页")
        || places(words, "位置").next().is_some()
}

pub(super) fn is_organ(name: &str) -> bool {
    name.chars().count() <= 30 && ORGANS.iter().any(|end| name.ends_with(end))
}

/// The year named: the first number that is one.
pub(super) fn year(words: &str) -> Option<u16> {
    let mut rest = words;
    while let Some(at) = rest.find(|c| digit(c).is_some()) {
        let (after, year) = number(rest.get(at..)?).ok()?;
        if (2000..2100).contains(&year) {
            return Some(year);
        }
        rest = after;
    }
    None
}

/// The organ in a title: what stands before the subject, without the year.
pub(super) fn organ(words: &str) -> Option<String> {
    let end = SUBJECTS.iter().filter_map(|word| places(words, word).next()).min()?;
    let before = words.get(..end)?;
    // 政府信息公开 is the subject, but 人民政府 an organ.
    let own = before.strip_suffix("政府").filter(|name| !name.ends_with("人民")).unwrap_or(before);
    let (head, year) = own.split_at(own.find(|c| digit(c).is_some()).unwrap_or(own.len()));
    let tail = year.trim_start_matches(|c| digit(c).is_some());
    let tail = tail.strip_prefix("年度").or_else(|| tail.strip_prefix('年')).unwrap_or(tail);
    let name = [head, tail].concat();
    // A year that stands elsewhere leaves its 年.
    let name = name.trim_matches(['关', '關', '于', '於', '的', '年']);
    let letter = |c: char| matches!(c, '\u{3400}'..='\u{9FFF}' | '（' | '）' | '(' | ')' | '·' | '、');
    (name.chars().count() > 1 && name.chars().all(letter)).then(|| name.into())
}

/// Whether words end as titles do.
pub(super) fn ends_title(words: &str) -> bool {
    REPORTS.iter().any(|end| words.ends_with(end))
}
