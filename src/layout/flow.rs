//! Layouts in which lines are all there is: what begins and ends a cell is seen from the words.

use alloc::vec::Vec;

use super::{Break, Line, Token, token};

/// Every line that is not blank, whole.
pub(crate) fn flow(text: &str, lines: &[Line], into: &mut Vec<Token>) {
    for line in lines {
        if !line.is_blank() && !line.is_rule(text) {
            into.push(token(text, line.start as usize, line.end as usize, Break::Line));
        }
    }
}
