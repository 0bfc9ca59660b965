//! Places of bytes, looked for in many together: lines and cells of tables are too short for searches.

use core::ops::Range;

use wide::{CmpEq, CmpGt, CmpLt, i8x16};

/// Marks an ASCII character among sixteen bytes.
#[inline]
pub(super) fn is(byte: u8) -> impl Fn(i8x16) -> i8x16 {
    let sought = i8x16::splat(byte as i8);
    move |bytes| bytes.cmp_eq(sought)
}

/// Marks the ASCII characters from one to another; bytes of all others are negative.
#[inline]
pub(super) fn within(first: u8, last: u8) -> impl Fn(i8x16) -> i8x16 {
    let (before, behind) = (i8x16::splat(first as i8 - 1), i8x16::splat(last as i8 + 1));
    move |bytes| bytes.cmp_gt(before) & bytes.cmp_lt(behind)
}

/// Calls `found` with each place within `range` of a byte that `sought` marks.
#[inline]
pub(super) fn each_place(
    bytes: &[u8],
    range: Range<usize>,
    sought: impl Fn(i8x16) -> i8x16,
    mut found: impl FnMut(usize),
) {
    let Range { mut start, end } = range;
    while start < end {
        let mut marked = marks(bytes, start, &sought);
        if end - start < BLOCK {
            marked &= (1 << (end - start)) - 1;
        }
        while marked != 0 {
            found(start + marked.trailing_zeros() as usize);
            marked &= marked - 1;
        }
        start += BLOCK;
    }
}

/// Bytes that are looked at together: as many as a word has bits.
const BLOCK: usize = 64;

/// A bit for each byte of the block that starts at a place.
#[inline]
fn marks(bytes: &[u8], start: usize, sought: impl Fn(i8x16) -> i8x16) -> u64 {
    let rest = bytes.get(start..).unwrap_or_default();
    let mut last = [0; BLOCK];
    let block: &[u8; BLOCK] = rest.first_chunk().unwrap_or_else(|| {
        last.iter_mut().zip(rest).for_each(|(into, byte)| *into = *byte);
        &last
    });
    block.chunks_exact(16).rev().fold(0, |marks, sixteen| {
        let sixteen: [u8; 16] = sixteen.try_into().unwrap_or_default();
        let marked = sought(i8x16::from(sixteen.map(|byte| byte as i8))).move_mask();
        marks << 16 | u64::from(marked as u16)
    })
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn what_stands_outside_the_range_is_not_found() {
        let text = "字\t\t0\t第一项\n\t".repeat(9);
        let bytes = text.as_bytes();
        for start in 0..=bytes.len() {
            for end in start..=bytes.len() {
                let mut found = Vec::new();
                each_place(bytes, start..end, within(b'\t', b'\n'), |at| found.push(at));
                let expected: Vec<_> =
                    (start..end).filter(|at| matches!(bytes[*at], b'\t' | b'\n')).collect();
                assert_eq!(found, expected, "{start}..{end}");
            }
        }
    }
}
