//! Numbers of pages among the figures, which have no ornaments that would show what they are.

use alloc::vec::Vec;

use super::mosaic::Piece;

/// The figures without so many numbers of pages, in all the ways in which some may be such: the places of those that are
/// left, and what is known of them.
pub(super) fn without(pieces: &[Piece], pages: usize) -> impl Iterator<Item = (Vec<usize>, Vec<Piece>)> {
    let tries = if pages == 0 { 1 } else { pieces.len() };
    let numbers = (0..tries).map(move |first| numbers(pieces, first, pages));
    numbers.filter(move |numbers| numbers.len() == pages).map(|numbers| {
        let places: Vec<usize> = (0..pieces.len()).filter(|place| !numbers.contains(place)).collect();
        let mut kept: Vec<Piece> = Vec::with_capacity(places.len());
        let mut begins = false;
        for (place, piece) in pieces.iter().enumerate() {
            begins |= piece.begins;
            if !numbers.contains(&place) {
                kept.push(Piece { begins, ..*piece });
                begins = false;
            }
        }
        (places, kept)
    })
}

/// Figures from one on that may be numbers of pages: they stand alone and count up.
fn numbers(pieces: &[Piece], first: usize, pages: usize) -> Vec<usize> {
    let mut found = Vec::with_capacity(pages);
    let mut last = None;
    for (at, piece) in pieces.iter().enumerate().skip(first) {
        let alone = piece.begins && pieces.get(at + 1).is_none_or(|next| next.begins);
        let fits = match last {
            Some(last) => piece.value == last + 1,
            None => at == first && (1..=99).contains(&piece.value),
        };
        if found.len() == pages || found.is_empty() && at > first {
            break;
        }
        if alone && fits {
            found.push(at);
            last = Some(piece.value);
        }
    }
    found
}
