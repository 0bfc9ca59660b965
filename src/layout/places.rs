//! Places of bytes, looked for in sixteen together: lines and cells of tables are too short for searches.

use core::ops::Range;

use wide::i8x16;

/// Sixteen bytes; those of all but ASCII are negative.
pub(super) type Sixteen = i8x16;

/// Calls `found` with each place within `range` of a byte that `sought` marks.
#[inline]
pub(super) fn each_place(
    bytes: &[u8],
    range: Range<usize>,
    sought: impl Fn(Sixteen) -> Sixteen,
    mut found: impl FnMut(usize),
) {
    let Range { mut start, end } = range;
    while start < end {
        let mut marked = sought(sixteen(bytes, start)).move_mask() as u32;
        if end - start < 16 {
            marked &= (1 << (end - start)) - 1;
        }
        while marked != 0 {
            found(start + marked.trailing_zeros() as usize);
            marked &= marked - 1;
        }
        start += 16;
    }
}

/// The bytes from a place on, zeros behind the last.
#[inline]
fn sixteen(bytes: &[u8], start: usize) -> Sixteen {
    let rest = bytes.get(start..).unwrap_or_default();
    let block = rest.first_chunk().copied().unwrap_or_else(|| {
        let mut last = [0; 16];
        last.iter_mut().zip(rest).for_each(|(into, byte)| *into = *byte);
        last
    });
    Sixteen::from(block.map(|byte| byte as i8))
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use wide::CmpEq;

    use super::*;

    #[test]
    fn what_stands_outside_the_range_is_not_found() {
        let text = "字\t\t0\t第一项\t".repeat(5);
        let bytes = text.as_bytes();
        for start in 0..=bytes.len() {
            for end in start..=bytes.len() {
                let mut found = Vec::new();
                each_place(
                    bytes,
                    start..end,
                    |of| of.cmp_eq(Sixteen::splat(b'\t' as i8)),
                    |at| found.push(at),
                );
                let expected: Vec<_> = (start..end).filter(|at| bytes[*at] == b'\t').collect();
                assert_eq!(found, expected, "{start}..{end}");
            }
        }
    }
}
