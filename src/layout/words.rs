//! Words of eight bytes, looked at together: lines and cells of tables are too short for searches.

/// A byte in all places of a word.
pub(super) const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The highest bit of each byte of a word that is 0.
#[inline]
pub(super) const fn zeros(word: u64) -> u64 {
    const LOW: u64 = each(0x7F);
    !(((word & LOW) + LOW) | word | LOW)
}

/// Calls `found` with the place of each byte whose highest bit is set.
#[inline]
pub(super) fn each_marked(mut bits: u64, mut found: impl FnMut(usize)) {
    while bits != 0 {
        found(bits.trailing_zeros() as usize / 8);
        bits &= bits - 1;
    }
}
