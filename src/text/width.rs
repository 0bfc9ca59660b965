//! How wide characters are on a screen whose letters are all equally wide.

/// How many columns a character takes on a screen that prints some narrow, and on one that prints them wide.
#[inline]
pub(crate) const fn width(c: char) -> (u32, u32) {
    match c {
        // Nearly all, and what tables are drawn with.
        '\0'..='\u{A0}' => (1, 1),
        '\u{4E00}'..='\u{9FFF}' => (2, 2),
        '\u{2500}'..='\u{257F}' => (1, 2),
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' => (0, 0),
        '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{303E}' | '\u{3041}'..='\u{A4CF}' => (2, 2),
        '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' => (2, 2),
        '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{1F300}'..='\u{3FFFD}' => (2, 2),
        // Quotes, dashes, numbers in circles.
        '\u{A1}'..='\u{27BF}' => (1, 2),
        _ => (1, 1),
    }
}
