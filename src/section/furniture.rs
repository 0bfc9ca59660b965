//! Lines that belong to the page and not to the report: page numbers, running heads and rules.

use crate::layout::{is_rule, is_space};
use crate::text::figure::digit;

/// Whether a line is only a page number with its ornaments (`- 4 -`, `第 4 页 共 6 页`, `4 / 6`), the title as a running
/// head, or a rule.
pub(crate) fn is_furniture(line: &str) -> bool {
    let words = line.trim_matches(is_space);
    if is_head(words) {
        return true;
    }
    // Nearly all lines of a table are told by their first character.
    let Some(first) = words.chars().next() else { return false };
    let figure = digit(first).is_some();
    if !figure && !is_dash(first) && !matches!(first, '第' | 'P' | '=' | '_' | '*' | '━' | '+' | ':' | '|')
    {
        return false;
    }
    if line.len() > 80 || line.contains(['\t', '|']) {
        return !figure && line.contains('\t') && is_rule(line);
    }
    let digits = words.chars().filter(|c| digit(*c).is_some()).count();
    if digits == 0 {
        return is_rule(words);
    }
    let dashed = words.starts_with(is_dash) && words.ends_with(is_dash);
    let paged =
        words.starts_with('第') && words.contains('页') || words.contains(" / ") || words.starts_with("Page");
    // No page has the number 0, and only one number stands between the dashes.
    let number = words.trim_matches(|c| is_space(c) || is_dash(c));
    let dashed = dashed && !number.starts_with('0') && number.chars().all(|c| digit(c).is_some());
    (dashed || paged)
        && digits <= 6
        && words
            .chars()
            .all(|c| digit(c).is_some() || is_space(c) || is_dash(c) || "第页共/Page of".contains(c))
}

/// Whether a line is the title, as heads of pages repeat it.
fn is_head(words: &str) -> bool {
    let ends = words.ends_with("年度报告") || words.ends_with("年报");
    ends && words.len() <= 80 && !words.contains(['\t', '|']) && words.contains("信息公开")
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '－' | '–' | '―' | '─')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_and_rules_are_furniture() {
        for line in ["- 4 -", "   — 12 —", "第 3 页 共 6 页", "3 / 6", "--------\t----\t--------"] {
            assert!(is_furniture(line), "{line}");
        }
        for line in ["4", "-5", "- 0", "0 0 0", "-\t-\t-", "-5 -3 4", "- 0 - 0 - -", "- 0 -", "2021年1月25日"]
        {
            assert!(!is_furniture(line), "{line}");
        }
    }
}
