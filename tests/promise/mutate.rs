//! Damage that nobody thought of: pieces of a text cut, doubled, moved, glued, overwritten.

/// Words of the domain, one a line; also the fuzzers' dictionary.
const WORDS: &str = include_str!("../inputs/words.txt");

/// Where damage draws its numbers from: `below(n)` is from 0 to n - 1.
pub trait Draw {
    fn below(&mut self, n: usize) -> usize;
}

impl<F: FnMut(usize) -> usize> Draw for F {
    fn below(&mut self, n: usize) -> usize {
        self(n)
    }
}

/// Characters that mean something to a reader of tables.
const SIGNS: &str = "\t\n|\r \u{a0}\u{3000}0123456789０９,，.．-－+/／（）()、：:<>&;#\u{feff}\u{200b}\u{2028}\u{c}\0年万元增减无";

/// A place between two characters.
fn place(text: &str, draw: &mut impl Draw) -> usize {
    floor(text, draw.below(text.len() + 1))
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap()
}

/// A piece of at most `most` bytes.
fn piece(text: &str, most: usize, draw: &mut impl Draw) -> std::ops::Range<usize> {
    let start = place(text, draw);
    start..floor(text, start + draw.below(most) + 1).max(start)
}

/// A line with its end.
fn line(text: &str, draw: &mut impl Draw) -> std::ops::Range<usize> {
    let at = place(text, draw);
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    start..text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// Damages a text once; `other` gives foreign pieces.
pub fn mutate(text: &mut String, other: &str, draw: &mut impl Draw) {
    match draw.below(16) {
        0 => text.replace_range(piece(text, 4, draw), ""),
        1 => text.replace_range(piece(text, 200, draw), ""),
        2 => text.replace_range(line(text, draw), ""),
        3 => {
            let doubled = text[line(text, draw)].to_owned();
            text.insert_str(place(text, draw), &doubled);
        }
        4 => {
            let moved = line(text, draw);
            let words = text[moved.clone()].to_owned();
            text.replace_range(moved, "");
            let to = line(text, draw).start;
            text.insert_str(to, &words);
        }
        5 => {
            let foreign = &other[piece(other, 300, draw)];
            text.insert_str(place(text, draw), foreign);
        }
        6 | 7 => {
            let words: Vec<&str> = WORDS.lines().filter(|word| !word.is_empty()).collect();
            text.insert_str(place(text, draw), words[draw.below(words.len())]);
        }
        8 | 9 => {
            let signs: Vec<char> = SIGNS.chars().collect();
            text.insert(place(text, draw), signs[draw.below(signs.len())]);
        }
        10 => {
            let signs: Vec<char> = SIGNS.chars().collect();
            let at = piece(text, 4, draw);
            text.replace_range(at, signs[draw.below(signs.len())].encode_utf8(&mut [0; 4]));
        }
        // Separators of a stretch are lost, or become others.
        11 => {
            let at = piece(text, 400, draw);
            let to = ["", " ", "\n", "\t", "|", "\n\n"][draw.below(6)];
            let with = text[at.clone()].replace(['\t', '|', '\n'], to);
            text.replace_range(at, &with);
        }
        12 => {
            let at = piece(text, 400, draw);
            let with = text[at.clone()].replace(' ', ["", "\t", "\n", "  ", "\u{3000}"][draw.below(5)]);
            text.replace_range(at, &with);
        }
        // Digits are read as others.
        13 => {
            let (from, to) = (draw.below(10), draw.below(12));
            let at = piece(text, 600, draw);
            let to = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "", "l"][to];
            let with = text[at.clone()].replace(char::from(b'0' + u8::try_from(from).unwrap()), to);
            text.replace_range(at, &with);
        }
        14 => text.truncate(place(text, draw)),
        _ => {
            let mut bytes = std::mem::take(text).into_bytes();
            if !bytes.is_empty() {
                let at = draw.below(bytes.len());
                bytes[at] = u8::try_from(draw.below(256)).unwrap();
            }
            *text = String::from_utf8_lossy(&bytes).into_owned();
        }
    }
}
