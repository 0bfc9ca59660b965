//! The characters of a run of digits.

/// One digit with what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digit {
    pub(super) value: u8,
    /// Byte range within the run; a sign before the digit is included.
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) sign: Sign,
    /// A thousands separator stands before it.
    pub(super) comma: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    None,
    Plus,
    Minus,
}

/// The value of an ASCII or full-width digit. `char::is_numeric` and `to_digit` would not do: the one takes 〇 and ①,
/// the other leaves out １.
#[inline]
pub(super) fn digit(c: char) -> Option<u8> {
    let base = match c {
        '0'..='9' => '0',
        '０'..='９' => '０',
        _ => return None,
    };
    u8::try_from(u32::from(c) - u32::from(base)).ok()
}

/// Calls `push` for every digit of the run. False: something else stands in it, such as a sign without a digit.
/// One separator at the very end is passed over (`3,` before a line break).
#[inline]
pub(super) fn walk(run: &str, mut push: impl FnMut(Digit) -> bool) -> bool {
    let mut sign = Sign::None;
    let mut sign_at = 0;
    let mut comma = false;
    let mut seen = false;
    for (at, c) in run.char_indices() {
        let Ok(at32) = u32::try_from(at) else { return false };
        if let Some(value) = digit(c) {
            let start = if sign == Sign::None { at32 } else { sign_at };
            let end = at32.saturating_add(if c.is_ascii() { 1 } else { 3 });
            if !push(Digit { value, start, end, sign, comma }) {
                return false;
            }
            (sign, comma, seen) = (Sign::None, false, true);
            continue;
        }
        match c {
            _ if comma || sign != Sign::None => return false,
            ',' | '，' if seen => comma = true,
            '+' | '＋' | '增' => (sign, sign_at) = (Sign::Plus, at32),
            '-' | '－' | '−' | '减' | '減' => (sign, sign_at) = (Sign::Minus, at32),
            _ => return false,
        }
    }
    seen && sign == Sign::None
}

/// The digits of a run, counted no further than `enough`.
pub(super) fn count(run: &str, enough: usize) -> usize {
    run.chars().filter_map(digit).take(enough).count()
}
