//! Layouts in which lines are all there is: what begins and ends a cell is seen from the words.

use alloc::vec::Vec;

use super::{Break, Line, Token, token};

/// Every line that is not blank, whole.
pub(crate) fn flow(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    for line in lines {
        // Most begin with a figure or a word, and draw nothing.
        let Some(first) = line.first else { continue };
        if matches!(first, '0'..='9' | '\u{4E00}'..='\u{9FFF}') || !line.is_rule(text) {
            into.push(token(text, line.start as usize, line.end as usize, Break::Line));
        }
    }
}
