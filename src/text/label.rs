//! Finding labels: one walk over the characters through a tree of all labels.
//!
//! The tree is computed when the crate is compiled; only its constants index.
#![allow(clippy::indexing_slicing, reason = "indices come from the tree itself, built in const evaluation")]

use super::begin::begins;
use super::fold::{Folded, Symbol, decode, fold, symbol_of};
use crate::layout::is_space;
use crate::template::labels::{LABELS, Label};

/// A place in the tree: what is reached by the symbols so far.
#[derive(Clone, Copy)]
struct Node {
    symbol: Symbol,
    /// First place one symbol further; 0: none.
    child: u16,
    /// Next place at the same depth; 0: none.
    sibling: u16,
    /// One more than the label that ends here; 0: none.
    label: u16,
    /// One more than the only label below this place; 0: several.
    only: u16,
}

const CAPACITY: usize = 1600;
const ROOT: Node = Node { symbol: 0, child: 0, sibling: 0, label: 0, only: 0 };
static TREE: [Node; CAPACITY] = tree();
/// The tree's first level, by symbol.
static FIRST: [u16; 512] = first();

const fn tree() -> [Node; CAPACITY] {
    let mut nodes = [ROOT; CAPACITY];
    let mut used = 1;
    let mut i = 0;
    while i < LABELS.len() {
        let bytes = LABELS[i].1.as_bytes();
        let mut at = 0;
        let mut node = 0;
        while at < bytes.len() {
            let (c, after) = decode(bytes, at);
            let symbol = symbol_of(c);
            let mut child = nodes[node].child as usize;
            while child != 0 && nodes[child].symbol != symbol {
                child = nodes[child].sibling as usize;
            }
            if child == 0 {
                child = used;
                used += 1;
                let sibling = nodes[node].child;
                nodes[child] = Node { symbol, sibling, only: i as u16 + 1, ..ROOT };
                nodes[node].child = child as u16;
            } else if nodes[child].only != 0 && !same(LABELS[nodes[child].only as usize - 1].0, LABELS[i].0) {
                nodes[child].only = 0;
            }
            node = child;
            at = after;
        }
        nodes[node].label = i as u16 + 1;
        i += 1;
    }
    nodes
}

/// Whether two labels name the same thing, in const evaluation.
const fn same(a: Label, b: Label) -> bool {
    match (a, b) {
        (Label::Row(a), Label::Row(b)) => a as u8 == b as u8,
        (Label::Item(a), Label::Item(b)) => a as u8 == b as u8,
        (Label::Column(a), Label::Column(b)) => a as u8 == b as u8,
        (Label::Outcome(a), Label::Outcome(b)) => a as u8 == b as u8,
        (Label::Measure(a, e), Label::Measure(b, f)) => a as u8 == b as u8 && e as u8 == f as u8,
        (Label::Section(a), Label::Section(b)) => a as u8 == b as u8,
        (Label::ProactiveHead, Label::ProactiveHead)
        | (Label::RequestsHead, Label::RequestsHead)
        | (Label::Other, Label::Other)
        | (Label::OtherHandling, Label::OtherHandling)
        | (Label::Subtotal, Label::Subtotal)
        | (Label::Total, Label::Total) => true,
        _ => false,
    }
}

const fn first() -> [u16; 512] {
    let tree = tree();
    let mut table = [0; 512];
    let mut node = tree[0].child;
    while node != 0 {
        table[tree[node as usize].symbol as usize] = node;
        node = tree[node as usize].sibling;
    }
    table
}

/// Whether a label begins with the first letter of a text.
#[inline]
pub(crate) fn may_begin(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|c| matches!(fold(c), Folded::Symbol(symbol) if step(0, symbol).is_some()))
}

/// A label found at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) label: Label,
    /// Bytes up to the label's last character.
    pub(crate) len: usize,
    /// The label is cut: the text ends before the label does.
    pub(crate) cut: bool,
}

/// The longest label at the start of `text`, which begins with a character of the vocabulary.
///
/// White space and punctuation inside are passed over, and so are years and pinyin in brackets: 本年(2021)新收,
/// 規(guī)章. Where the text ends, or turns to figures, inside a label that no other continues so, it is found `cut`.
pub(crate) fn longest(text: &str) -> Option<Found> {
    if let Some((label, len)) = begins(text) {
        return Some(Found { label, len, cut: false });
    }
    let (mut node, mut depth) = (0, 0);
    let (mut found, mut word_end, mut apart) = (None, 0, false);
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c == ' ' {
            // Columns are kept apart by many.
            apart = true;
            continue;
        }
        match fold(c) {
            Folded::Skip => {
                apart |= is_space(c);
                if matches!(c, '(' | '（') {
                    let behind = rest.as_str();
                    rest = behind.get(gloss(behind)..)?.chars();
                }
            }
            Folded::Symbol(symbol) => {
                let Some(next) = step(node, symbol) else {
                    // The line ended inside the label, and something else begins the next one.
                    return if apart { longer(found, node, depth, word_end) } else { found };
                };
                (node, depth, apart) = (next, depth + 1, false);
                word_end = text.len() - rest.as_str().len();
                if TREE[node].label != 0 {
                    found = Some(hit(node, word_end));
                }
                if TREE[node].child == 0 {
                    // No label goes on.
                    return found;
                }
            }
            Folded::Digit => break,
            Folded::Foreign => return found,
        }
    }
    longer(found, node, depth, word_end)
}

fn step(node: usize, symbol: Symbol) -> Option<usize> {
    if node == 0 {
        return match FIRST.get(symbol as usize) {
            Some(0) | None => None,
            Some(&next) => Some(next as usize),
        };
    }
    let mut child = TREE[node].child as usize;
    while child != 0 && TREE[child].symbol != symbol {
        child = TREE[child].sibling as usize;
    }
    (child != 0).then_some(child)
}

/// The label that ends at a place.
fn hit(node: usize, len: usize) -> Found {
    Found { label: LABELS[usize::from(TREE[node].label) - 1].0, len, cut: false }
}

/// The label found, or one cut short that only begins with it: 其他法律行政法规 is not 其他.
fn longer(found: Option<Found>, node: usize, depth: usize, len: usize) -> Option<Found> {
    match found {
        Some(found) if len < found.len + 3 * '字'.len_utf8() => Some(found),
        _ => cut(node, depth, len).or(found),
    }
}

/// A label cut short: at least three symbols that only one label begins with.
fn cut(node: usize, depth: usize, len: usize) -> Option<Found> {
    let only = usize::from(TREE[node].only).checked_sub(1)?;
    (depth >= 3).then(|| Found { label: LABELS[only].0, len, cut: true })
}

/// The length of a year or a pronunciation behind an opening bracket, and of the closing one; 0 for none.
fn gloss(text: &str) -> usize {
    let (mut kind, mut letters, mut end, mut line_ends) = (0, 0, 0, false);
    for (at, c) in text.char_indices().take(160) {
        let this = match c {
            ')' | '）' => return if kind == 0 { 0 } else { at + c.len_utf8() },
            '0'..='9' | '０'..='９' | '年' | '度' if !line_ends => 1,
            'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{300}'..='\u{36F}' => 2,
            '\n' | '\r' => {
                line_ends = true;
                continue;
            }
            c if is_space(c) => continue,
            // A pronunciation whose end stands on another line, behind the figures.
            _ => return if kind == 2 && line_ends { end } else { 0 },
        };
        letters += 1;
        if kind != 0 && kind != this || letters > 16 {
            return 0;
        }
        (kind, end) = (this, at + c.len_utf8());
    }
    0
}

/// The length of a year or a pronunciation in brackets at the start of a text; 0 for none.
pub(crate) fn gloss_len(text: &str) -> usize {
    match text.strip_prefix(['(', '（']).map(|behind| (behind, gloss(behind))) {
        None | Some((_, 0)) => 0,
        Some((behind, len)) => text.len() - behind.len() + len,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::{Item, Row};

    fn label(text: &str) -> Option<Label> {
        longest(text).map(|found| found.label)
    }

    #[test]
    fn the_longest_label_wins() {
        assert_eq!(label("其他处理"), Some(Label::OtherHandling));
        assert_eq!(label("其他"), Some(Label::Other));
        assert_eq!(label("其他法律、行政法规禁止公开"), Some(Label::Row(Row::ProhibitedByLaw)));
    }

    #[test]
    fn brackets_with_years_and_pinyin_are_passed_over() {
        assert_eq!(label("本年(2021)新收政府信息公开申请数量"), Some(Label::Row(Row::Received)));
        assert_eq!(label("規(guī)章"), Some(Label::Item(Item::Regulations)));
        assert_eq!(label("其他對(duì)外管理服務(wù)事項(xiàng)"), Some(Label::Item(Item::OtherServices)));
    }

    #[test]
    fn a_cut_label_is_found_where_only_one_begins_so() {
        assert_eq!(
            longest("要求行政机关确认或重新出").map(|f| (f.label, f.cut)),
            Some((Label::Row(Row::Reconfirmation), true))
        );
        assert_eq!(label("申请人"), None);
    }
}
