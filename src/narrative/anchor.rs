//! Where claims can be: figures with a unit, and the few words that claim without a figure.
//!
//! This is the only pass over all of the prose, so it looks at bytes and decides most of them with one table.

use super::fold::is_page_line;

/// Characters behind a figure that make it one of those that are read.
pub(super) const UNITS: [&str; 6] = ["件", "宗", "份", "条", "起", "例"];

/// Characters that begin a claim without a figure, and those one of which must follow.
const SPOKEN: [(&str, &str); 5] = [
    ("未", "收接受发产出有被因涉引提曾申"),
    ("无", "依政行申信公复诉因"),
    ("没", "有"),
    ("均", "已获被办答维为全按"),
    ("全", "部"),
];

/// What a byte can be the last byte of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Nothing,
    Digit,
    Spoken,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Nothing; 256];
    let mut digit = b'0';
    while digit <= b'9' {
        classes[digit as usize] = Class::Digit;
        digit += 1;
    }
    // The digits of full width, EF BC 90 to 99.
    let mut third = 0x90;
    while third <= 0x99 {
        classes[third] = Class::Digit;
        third += 1;
    }
    let mut at = 0;
    while at < SPOKEN.len() {
        classes[SPOKEN[at].0.as_bytes()[2] as usize] = Class::Spoken;
        at += 1;
    }
    classes
};
static CLASS_OF: [Class; 256] = CLASSES;

/// The offset of the next anchor in `text` at or behind `from` and before `end`.
pub(super) fn next(text: &str, from: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(..end)?;
    let mut at = from;
    loop {
        let tail = bytes.get(at..)?;
        at +=
            tail.iter().position(|&byte| !matches!(CLASS_OF.get(usize::from(byte)), Some(Class::Nothing)))?;
        match bytes.get(at)? {
            b'0'..=b'9' => {
                let behind = digits_end(bytes, at);
                if has_unit(text, behind, end) {
                    return Some(at);
                }
                at = behind;
            }
            _ => {
                let start = at.saturating_sub(2);
                if bytes.get(start..at + 1).is_some_and(|c| is_anchor(text, c, at + 1, end)) {
                    return Some(start.max(from));
                }
                at += 1;
            }
        }
    }
}

/// Whether the three bytes before `behind` are a digit of full width with a unit, or a word that claims.
fn is_anchor(text: &str, bytes: &[u8], behind: usize, end: usize) -> bool {
    if let [0xef, 0xbc, 0x90..=0x99] = bytes {
        return has_unit(text, behind, end);
    }
    let Some(&(_, followers)) = SPOKEN.iter().find(|(word, _)| word.as_bytes() == bytes) else {
        return false;
    };
    let Some(rest) = text.get(behind..end) else { return false };
    rest.chars().find(|c| !c.is_whitespace()).is_some_and(|c| followers.contains(c))
}

fn digits_end(bytes: &[u8], from: usize) -> usize {
    let digits = bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    from + digits
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
        let newline =
            content.len() < rest.len() && rest.split_at(rest.len() - content.len()).0.contains('\n');
        let (line, behind) = content.split_once('\n').unwrap_or((content, ""));
        if !newline || line.len() > 40 || !is_page_line(line.trim()) {
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
            found.push(&text[at..]);
            from = at + text[at..].chars().next().unwrap().len_utf8();
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
    fn a_page_number_between_figure_and_unit() {
        assert_eq!(anchors("尚余37\n\n- 2 -\n\n件").len(), 2);
        assert!(anchors("第37\n号文 2 页").is_empty());
    }
}
