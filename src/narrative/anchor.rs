//! Where claims can be: figures with a unit, and the few words that claim without a figure.
//!
//! This is the only pass over all of the prose. It asks of each stretch of bytes, in one go and without branches,
//! whether anything in it can be an anchor, and looks closer only then.

use super::fold::{LONGEST_PAGE_LINE, is_page_line};

/// Characters behind a figure that make it one of those that are read.
pub(super) const UNITS: [&str; 6] = ["件", "宗", "份", "条", "起", "例"];

/// Characters that begin a claim without a figure, and those one of which must follow.
const SPOKEN: [([u8; 3], &str); 5] = [
    (utf8("未"), "收接受发产出有被因涉引提曾申"),
    (utf8("无"), "依政行申信公复诉因"),
    (utf8("没"), "有"),
    (utf8("均"), "已获被办答维为全按"),
    (utf8("全"), "部"),
];
/// What the digits of full width begin with.
const FULL_WIDTH: [u8; 2] = [0xef, 0xbc];

/// Bytes looked at in one go.
const STRIDE: usize = 32;

const fn utf8(character: &str) -> [u8; 3] {
    match character.as_bytes() {
        &[first, second, third] => [first, second, third],
        _ => [0; 3],
    }
}

/// The offset of the next anchor in `text` at or behind `from` and before `end`.
pub(super) fn next(text: &str, from: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(..end)?;
    let mut at = from;
    while at < end {
        let stride = bytes.get(at..at + STRIDE + 2);
        if stride.is_some_and(|stride| !may_hold_anchor(stride)) {
            at += STRIDE;
            continue;
        }
        let stop = (at + STRIDE).min(end);
        while at < stop {
            let rest = bytes.get(at..)?;
            match *rest {
                [b'0'..=b'9', ..] => {
                    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
                    if has_unit(text, at + digits, end) {
                        return Some(at);
                    }
                    at += digits;
                }
                [0xef, 0xbc, 0x90..=0x99, ..] if has_unit(text, at + 3, end) => return Some(at),
                [0xe5 | 0xe6, ..] if is_spoken(text, rest, at, end) => return Some(at),
                _ => at += 1,
            }
        }
    }
    None
}

/// Whether an anchor may begin in the stride, which comes with two bytes more.
fn may_hold_anchor(stride: &[u8]) -> bool {
    let (Some(second), Some(third)) = (stride.get(1..), stride.get(2..)) else { return true };
    let mut found = 0;
    for ((&first, &second), &third) in stride.iter().zip(second).zip(third) {
        let mut here = u8::from(first.wrapping_sub(b'0') < 10);
        here |= u8::from(first == FULL_WIDTH[0])
            & u8::from(second == FULL_WIDTH[1])
            & u8::from(third.wrapping_sub(0x90) < 10);
        for ([one, two, three], _) in SPOKEN {
            here |= u8::from(first == one) & u8::from(second == two) & u8::from(third == three);
        }
        found |= here;
    }
    found != 0
}

/// Whether a word that claims begins at `at`, where `rest` begins.
fn is_spoken(text: &str, rest: &[u8], at: usize, end: usize) -> bool {
    let Some(&(_, followers)) = SPOKEN.iter().find(|(word, _)| rest.starts_with(word)) else { return false };
    let Some(rest) = text.get(at + 3..end) else { return false };
    rest.chars().find(|c| !c.is_whitespace()).is_some_and(|c| followers.contains(c))
}

/// Whether a unit follows, white space and page numbers aside. Full-width digits in between are left to their own turn.
fn has_unit(text: &str, at: usize, end: usize) -> bool {
    let Some(mut rest) = text.get(at..end) else { return false };
    // A page number between the figure and its unit: few lines, so a few turns are enough.
    for _ in 0..6 {
        let content = rest.trim_start();
        if content.starts_with(['%', '％']) || UNITS.iter().any(|unit| content.starts_with(unit)) {
            return true;
        }
        let space = rest.len() - content.len();
        if !rest.get(..space).is_some_and(|space| space.contains('\n')) {
            return false;
        }
        let line = content.bytes().take(LONGEST_PAGE_LINE).position(|byte| byte == b'\n');
        let Some((line, behind)) = line.and_then(|end| content.split_at_checked(end)) else { return false };
        if !is_page_line(line.trim()) {
            return false;
        }
        rest = behind;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchors(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = next(text, from, text.len()) {
            let rest = text.get(at..).unwrap();
            found.push(rest);
            from = at + rest.chars().next().unwrap().len_utf8();
        }
        found
    }

    #[test]
    fn figures_with_a_unit_and_words_that_claim() {
        assert_eq!(anchors("共3年，12 件"), ["12 件", "2 件"]);
        assert_eq!(anchors("共１件"), ["１件"]);
        assert_eq!(anchors("占 3.5％"), ["5％"]);
        assert_eq!(anchors("从未见过，未收到"), ["未收到"]);
        assert_eq!(anchors("均 已办"), ["均 已办"]);
        assert!(anchors("2020年1月1日，12场，无人，均衡").is_empty());
    }

    #[test]
    fn an_anchor_is_found_wherever_it_stands() {
        for before in 0..80 {
            for anchor in ["7件", "７件", "未收到", "没有"] {
                let text = "申".repeat(before / 3) + &"a".repeat(before % 3) + anchor + &"请".repeat(20);
                let found = next(&text, 0, text.len());
                assert_eq!(found, Some(before), "{text}");
            }
        }
    }

    #[test]
    fn a_page_number_between_figure_and_unit() {
        assert_eq!(anchors("尚余37\n\n- 2 -\n\n件").len(), 2);
        assert!(anchors("第37\n号文 2 页").is_empty());
    }
}
