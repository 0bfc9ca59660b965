//! The tokenizer by itself, for the benches of this crate.

use alloc::vec::Vec;

use super::detect::LAYOUTS;
use super::{Layout, Token, lines};
use crate::Span;

/// The cells of a table's text in a layout, as the tokenizer leaves them.
#[derive(Debug)]
pub struct Tokens(Vec<Token>);

impl Tokens {
    /// How many cells there are, blank ones included.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where the cells are, blank ones included.
    pub fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.0.iter().map(|token| Span::new(token.start, token.end))
    }
}

/// Tokenises the text of a table; no cells for a layout that has no tokenizer of its own.
pub fn tokenize(layout: Layout, text: &str) -> Tokens {
    // As much room as the parser makes.
    let mut tokens = Vec::with_capacity(text.len() / 8);
    if let Some(rule) = LAYOUTS.iter().find(|rule| rule.layout == layout) {
        (rule.tokenize)(text, &lines(text), &mut tokens);
    }
    Tokens(tokens)
}
