//! Page numbers between the words of a line on which everything stands.

use super::is_space;
use crate::text::figure::digit;

/// Whether 第 or a dash is the first character: nearly no word begins so.
#[inline]
pub(super) fn may_be_page(rest: &[u8]) -> bool {
    // — and –, 第, －
    matches!(
        rest,
        [b'-', ..] | [0xE2, 0x80, 0x93 | 0x94, ..] | [0xE7, 0xAC, 0xAC, ..] | [0xEF, 0xBC, 0x8D, ..]
    )
}

/// Whether a word begins here that is no cell wherever it stands: 第, or dashes that touch what is between them.
pub(super) fn is_page_alone(rest: &str) -> bool {
    let dash = |c: char| matches!(c, '-' | '—' | '－' | '–');
    let word = || rest.split(is_space).next().unwrap_or("");
    rest.starts_with('第')
        || rest.starts_with(dash)
            && word().ends_with(|c: char| dash(c))
            && word().contains(|c| digit(c).is_some())
}

/// The length of a page number, with a running head behind it; 0 for none. Behind the figures of a row it is none when
/// more figures follow: then its strokes are cells.
pub(super) fn page_number(rest: &str) -> usize {
    let Some(first) = rest.chars().next().filter(|c| matches!(c, '-' | '—' | '－' | '–' | '第')) else {
        return 0;
    };
    let len = if first == '第' {
        let page = rest.find('页').filter(|at| *at < 24).map(|at| at + '页'.len_utf8());
        let Some(page) = page else { return 0 };
        let all = rest.get(page..).unwrap_or("").trim_start();
        let pages = all.strip_prefix('共').and_then(|all| all.find('页')).filter(|at| *at < 24);
        match pages {
            Some(at) => rest.len() - all.len() + '共'.len_utf8() + at + '页'.len_utf8(),
            None => page,
        }
    } else {
        let inner = rest.get(first.len_utf8()..).unwrap_or("");
        let gap = inner.len() - inner.trim_start_matches(is_space).len();
        let number = inner.get(gap..).unwrap_or("");
        let behind = number.trim_start_matches(|c| digit(c).is_some());
        let digits = number.chars().take_while(|c| digit(*c).is_some()).count();
        let spaces = behind.len() - behind.trim_start_matches(is_space).len();
        let close = behind.get(spaces..).unwrap_or("");
        if !(1..=3).contains(&digits)
            || number.starts_with(['0', '０'])
            || spaces != gap
            || !close.starts_with(first)
        {
            return 0;
        }
        rest.len() - close.len() + first.len_utf8()
    };
    let behind = rest.get(len..).unwrap_or("").trim_start();
    let head = behind.split(is_space).next().unwrap_or("");
    let running = head.contains("信息公开") && (head.ends_with("年度报告") || head.ends_with("年报"));
    match behind.chars().next() {
        _ if running => rest.len() - behind.len() + head.len(),
        Some('/' | '／' | '-' | '—' | '－' | '无' | '無') => 0,
        _ if begins_with_figure(behind) => 0,
        _ => len,
    }
}

/// Whether a figure begins here, not the number of a label.
pub(super) fn begins_with_figure(rest: &str) -> bool {
    let behind = rest.trim_start_matches(|c| digit(c).is_some());
    behind.len() < rest.len() && !behind.starts_with(['.', '．', '、'])
}
