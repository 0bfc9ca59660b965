//! White space as reports have it.

/// White space: Unicode's, and marks of no width. Asked of nearly every character.
#[inline]
pub(crate) const fn is_space(c: char) -> bool {
    match c {
        ' ' | '\t'..='\r' => true,
        '\0'..='\u{84}' | '\u{3001}'..='\u{FEFE}' => false,
        _ => matches!(
            c,
            '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{2000}'
                ..='\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}' | '\u{3000}' | '\u{FEFF}'
        ),
    }
}

/// Where the white space at the start of a piece of a text ends. Nearly all pieces begin with a digit, a sign, a bracket or
/// an ideograph, perhaps behind spaces of three kinds: look at bytes before characters.
#[inline]
pub(super) fn skip(text: &str, mut start: usize, end: usize) -> usize {
    let bytes = text.as_bytes().get(..end).unwrap_or_default();
    loop {
        start += match bytes.get(start..).unwrap_or_default() {
            [] => return end,
            [byte, ..] if byte.is_ascii_graphic() || is_ideograph(*byte) => return start,
            [b' ' | b'\t', ..] => 1,
            [0xC2, 0xA0, ..] => 2,
            [0xE3, 0x80, 0x80, ..] => 3,
            [0xE3, ..] | [0xEF, 0xBC | 0xBD, ..] => return start,
            _ => return end - text.get(start..end).map_or(0, |rest| rest.trim_start_matches(is_space).len()),
        };
    }
}

/// How many plain spaces begin a text: columns are kept apart by many. Eight are looked at together.
#[inline]
pub(crate) fn spaces(text: &[u8]) -> usize {
    const SPACES: u64 = u64::from_le_bytes([b' '; 8]);
    let mut len = 0;
    while let Some(eight) = text.get(len..).and_then(|rest| rest.first_chunk()) {
        let run = (u64::from_le_bytes(*eight) ^ SPACES).trailing_zeros() as usize / 8;
        len += run;
        if run < 8 {
            return len;
        }
    }
    len + text.iter().skip(len).take_while(|byte| **byte == b' ').count()
}

/// Whether a piece of a text begins and ends with a digit, a sign or an ideograph, as nearly all that are not empty do.
#[inline]
pub(super) fn is_trimmed(piece: &[u8]) -> bool {
    let begins = matches!(piece, [b'!'..=b'~' | 0xE4..=0xE9, ..]);
    begins && matches!(piece, [.., b'!'..=b'~'] | [.., 0xE4..=0xE9, _, _])
}

/// A piece of a text without the white space around it.
pub(crate) fn trimmed(text: &str, start: usize, end: usize) -> (usize, usize) {
    let start = skip(text, start, end);
    (start, skip_back(text, start, end))
}

/// Where the white space at the end of a piece of a text begins.
#[inline]
pub(super) fn skip_back(text: &str, start: usize, mut end: usize) -> usize {
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    loop {
        end -= match bytes.get(..end - start).unwrap_or_default() {
            [] => return start,
            [.., byte] if byte.is_ascii_graphic() => return end,
            [.., first, _, _] if is_ideograph(*first) => return end,
            [.., 0xEF, 0xBC | 0xBD, _] => return end,
            [.., b' ' | b'\t'] => 1,
            [.., 0xC2, 0xA0] => 2,
            [.., 0xE3, 0x80, 0x80] => 3,
            _ => return start + text.get(start..end).map_or(0, |rest| rest.trim_end_matches(is_space).len()),
        };
    }
}

/// Whether a byte begins an ideograph, and nothing else.
const fn is_ideograph(byte: u8) -> bool {
    matches!(byte, 0xE4..=0xE9)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    #[test]
    fn bytes_tell_what_characters_tell() {
        let spaces = [" ", "\t", "\u{A0}", "\u{3000}", "\u{2003}", "\u{FEFF}", "\u{85}", "\n", ""];
        let words = ["", "0", "字", "（一）", "é", "字 0", "。", "\u{9FFF}", "\u{A000}", "＋", "\u{1F4C4}"];
        for before in spaces {
            for word in words {
                for behind in spaces {
                    let text: String = [before, " ", before, word, behind, "\u{A0}", behind].concat();
                    let len = text.len();
                    assert_eq!(
                        skip(&text, 0, len),
                        len - text.trim_start_matches(is_space).len(),
                        "{text:?}"
                    );
                    assert_eq!(skip_back(&text, 0, len), text.trim_end_matches(is_space).len(), "{text:?}");
                }
            }
        }
    }
}
