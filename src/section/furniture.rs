//! Lines that belong to the page and not to the report: page numbers, running heads and rules.

use crate::layout::{is_rule, is_space};
use crate::text::figure::digit;

/// Whether a line is only a page number with its ornaments (`- 4 -`, `第 4 页 共 6 页`, `4 / 6`), the title as a running
/// head, or a rule.
pub(crate) fn is_furniture(line: &str) -> bool {
    if line.len() > 80 || line.contains(['\t', '|']) {
        return line.contains('\t') && is_rule(line);
    }
    let words = line.trim_matches(is_space);
    if (words.ends_with("年度报告") || words.ends_with("年报")) && words.contains("信息公开") {
        return true;
    }
    let first = words.chars().next();
    if !first.is_some_and(|c| {
        digit(c).is_some() || is_dash(c) || matches!(c, '第' | 'P' | '=' | '_' | '*' | '━' | '+' | ':')
    }) {
        return false;
    }
    let digits = words.chars().filter(|c| digit(*c).is_some()).count();
    if digits == 0 {
        return is_rule(words);
    }
    let dashed = words.starts_with(is_dash) && words.ends_with(is_dash);
    let paged = words.starts_with('第') && words.contains('页')
        || words.split_once(" / ").is_some_and(|(page, pages)| is_page_of(page, pages))
        || words.starts_with("Page");
    // No page has the number 0, and only one number stands between the dashes.
    let number = words.trim_matches(|c| is_space(c) || is_dash(c));
    let dashed = dashed && !number.starts_with('0') && number.chars().all(|c| digit(c).is_some());
    (dashed || paged)
        && digits <= 6
        && words
            .chars()
            .all(|c| digit(c).is_some() || is_space(c) || is_dash(c) || "第页共/Page of".contains(c))
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '－' | '–' | '―' | '─')
}

/// Whether one number is that of a page out of so many: `0 / / 0 0` are marks.
fn is_page_of(page: &str, pages: &str) -> bool {
    let number = |words: &str| words.parse::<u32>().ok().filter(|number| *number > 0);
    matches!((number(page.trim()), number(pages.trim())), (Some(page), Some(pages)) if page <= pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_and_rules_are_furniture() {
        for line in ["- 4 -", "   — 12 —", "第 3 页 共 6 页", "3 / 6", "--------\t----\t--------"] {
            assert!(is_furniture(line), "{line}");
        }
        for line in [
            "4",
            "-5",
            "- 0",
            "0 0 0",
            "-\t-\t-",
            "-5 -3 4",
            "0 / / 0 0",
            "5 / 0",
            "- 0 - 0 - -",
            "- 0 -",
            "2021年1月25日",
        ] {
            assert!(!is_furniture(line), "{line}");
        }
    }
}
