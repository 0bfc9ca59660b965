//! Labels that no variant matches: the one label that is nearest, if only one is near.

use alloc::string::String;

use unicode_segmentation::UnicodeSegmentation;

use super::fold::{Folded, fold};
use crate::template::labels::{LABELS, Label};

/// Graphemes of a label that are compared at the most; the longest label has fewer.
const LONGEST: usize = 48;

/// The label nearest to `text`, when its distance is at most a quarter of its length and no other label is as near.
///
/// Compared are graphemes without white space, punctuation and enumerators. Words of fewer than four are too short
/// to be told apart by likeness.
pub(crate) fn nearest(text: &str, allowed: impl Fn(Label) -> bool) -> Option<Label> {
    let mut folded = [""; LONGEST];
    let mut len = 0;
    for grapheme in text.graphemes(true) {
        let c = grapheme.chars().next()?;
        if matches!(fold(c), Folded::Skip | Folded::Digit) {
            continue;
        }
        *folded.get_mut(len)? = grapheme;
        len += 1;
    }
    let folded = folded.get(..len)?;
    if len < 4 {
        return None;
    }
    let mut best: Option<(usize, Label)> = None;
    let mut tied = false;
    for &(label, words) in LABELS.iter().filter(|(label, _)| allowed(*label)) {
        let count = words.len() / 3;
        let bound = count.min(len) / 4;
        if count.abs_diff(len) > bound {
            continue;
        }
        let distance = distance(folded, words);
        if distance > bound {
            continue;
        }
        match best {
            Some((least, found)) if distance > least || (distance == least && found == label) => {}
            Some((least, found)) if distance == least => tied |= found != label,
            Some((_, found)) if found == label => best = Some((distance, label)),
            _ => {
                best = Some((distance, label));
                tied = false;
            }
        }
    }
    if tied { None } else { best.map(|(_, label)| label) }
}

/// Whether a label has these words, their punctuation left out.
pub(crate) fn is_piece_of(text: &str, label: Label) -> bool {
    let piece: String = text.chars().filter(|c| !matches!(fold(*c), Folded::Skip | Folded::Digit)).collect();
    LABELS.iter().any(|(own, words)| *own == label && words.contains(&piece))
}

/// Edits (one character put in, left out or changed) between the two.
fn distance(text: &[&str], words: &str) -> usize {
    let mut row: [usize; LONGEST + 1] = core::array::from_fn(|i| i);
    for (i, word) in words.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (grapheme, above) in text.iter().zip(row.iter_mut().skip(1)) {
            let same = grapheme.chars().next().is_some_and(|c| fold(c) == fold(word));
            let cost = if same { diagonal } else { diagonal.min(left).min(*above) + 1 };
            diagonal = *above;
            *above = cost;
            left = cost;
        }
    }
    row.get(text.len()).copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::Row;

    #[test]
    fn a_damaged_label_has_one_nearest() {
        let row = |text| nearest(text, |label| matches!(label, Label::Row(_)));
        assert_eq!(row("属于三类内部事物信息"), Some(Label::Row(Row::InternalAffairs)));
        assert_eq!(row("没有现成信息需另行制作"), Some(Label::Row(Row::NeedsCreation)));
        assert_eq!(row("行政确认"), None);
        assert_eq!(row("其他主动公开文件"), None);
    }
}
