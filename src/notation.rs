//! Tables in a notation of their own: lists of strings, LaTeX, separators that no page has. They are written again with
//! tabs, all characters by as many bytes, so that every place stays what it is.

use alloc::string::String;

use memchr::{memchr2_iter, memmem};

use crate::error::Error;
use crate::html;
use crate::layout;
use crate::parser::Parsed;
use crate::report::TableSource;
use crate::template::TableKind;
use crate::{Layout, Status};

/// What stands between cells, and how it is written again.
struct Notation {
    separators: &'static [&'static str],
    spelling: Spelling,
}

enum Spelling {
    /// Words by others of as many bytes; of two at a place the first.
    Words(&'static [(&'static str, &'static str)]),
    /// Lists of strings and numbers, within a list perhaps: `["规章", "0", null]`.
    Lists,
}

const NOTATIONS: [Notation; 16] = [
    Notation { separators: &["\",", "',"], spelling: Spelling::Lists },
    // Spaces of HTML outside of it.
    words(
        &["&nbsp;", "&#160;"],
        &[("&nbsp;", "      "), ("&#160;", "      "), ("&emsp;", "      "), ("&ensp;", "      ")],
    ),
    words(&["&"], LATEX),
    // A text inside a string of a program.
    words(&["\\t", "\\n"], &[("\\t", " \t"), ("\\n", " \n"), ("\\r", "  "), ("\\\"", " \"")]),
    words(&["｜"], &[("｜", "|  ")]),
    words(&["│"], &[("│", "|  ")]),
    words(&["┃"], &[("┃", "|  ")]),
    words(&[";"], &[(";", "\t")]),
    words(&["^"], &[("^", "\t")]),
    words(&["~"], &[("~", "\t")]),
    words(&["#"], &[("#", "\t")]),
    words(&["@"], &[("@", "\t")]),
    words(&["$"], &[("$", "\t")]),
    words(&["\\"], &[("\\", "\t")]),
    // Cells of a word processor, fields of a file.
    words(&["\x07"], &[("\x07", "\t")]),
    words(&["\x1F"], &[("\x1F", "\t"), ("\x1E", "\n")]),
];

/// Cells of LaTeX, its rules and what it escapes.
const LATEX: &[(&str, &str)] = &[
    ("\\&", " &"),
    ("&", "\t"),
    ("\\_", " _"),
    ("\\%", " %"),
    ("\\hline", "      "),
    ("\\toprule", "        "),
    ("\\midrule", "        "),
    ("\\bottomrule", "           "),
    ("\\\\", "  "),
];

const fn words(
    separators: &'static [&'static str],
    words: &'static [(&'static str, &'static str)],
) -> Notation {
    Notation { separators, spelling: Spelling::Words(words) }
}

/// Separators in a line that is a row.
const FEWEST_IN_ROW: usize = 3;

/// Separators in rows that are a table.
const FEWEST: usize = 18;

/// Bytes of a table that show how its cells are parted.
const SAMPLE: usize = 160;

/// Reads a text in another notation, where separators show the cells of none of its tables, and takes that reading if it
/// knows more of them.
pub(crate) fn reread(
    text: &str,
    parsed: Result<Parsed, Error>,
    read: impl Fn(&str) -> Result<Parsed, Error>,
) -> Result<Parsed, Error> {
    let sources = TableKind::ALL.map(|table| parsed.as_ref().ok()?.report.source(table));
    let told = sources.iter().flatten().any(|source| is_told(text, source));
    if told || !is_suspect(text, sources.into_iter().flatten().next()) {
        return parsed;
    }
    if let Some(source) = html::unescape(text) {
        return read(&source);
    }
    let notation = NOTATIONS.iter().find(|notation| notation.is_of(text)).filter(|_| !is_tree(text));
    let Some(notation) = notation else { return parsed };
    let again = read(&notation.write(text));
    if known(&again) > known(&parsed) { again } else { parsed }
}

/// How many figures are certain.
fn known(parsed: &Result<Parsed, Error>) -> usize {
    let certain = |status| !matches!(status, Status::Missing | Status::Ambiguous | Status::Unreadable);
    parsed.as_ref().map_or(0, |parsed| parsed.report.facts().filter(|fact| certain(fact.status())).count())
}

/// Whether separators show the cells of a table. Commas do not between strings.
fn is_told(text: &str, source: &TableSource) -> bool {
    let is_list = || {
        let table = source.span.slice(text);
        table.is_some_and(|table| table.starts_with('(') || table.contains('['))
    };
    layout::keeps_blanks(source.layout) && !(source.layout == Layout::CommaRows && is_list())
}

/// Whether separators of a notation stand where the first table is; anywhere, where there is none.
fn is_suspect(text: &str, first: Option<&TableSource>) -> bool {
    let is_rare = |byte: &u8| {
        matches!(byte, b'&' | b'\\' | b';' | b'^' | b'~' | b'#' | b'@' | b'$' | b'"' | b'\'' | 0x07 | 0x1F)
    };
    let is_stroke = |three: &[u8]| matches!(three, [0xEF, 0xBD, 0x9C] | [0xE2, 0x94, 0x82 | 0x83]);
    let has = |part: &[u8]| {
        // Without a branch, so that vectors look at it.
        part.iter().fold(false, |any, byte| any | is_rare(byte))
            || memchr2_iter(0xEF, 0xE2, part).any(|at| part.get(at..at + 3).is_some_and(is_stroke))
    };
    let Some(table) = first else { return has(text.as_bytes()) };
    let table = text.as_bytes().get(table.span.start as usize..table.span.end as usize).unwrap_or_default();
    // The middle: a head may be prose.
    let begin = table.len().saturating_sub(SAMPLE) / 2;
    has(table.get(begin..table.len().min(begin + SAMPLE)).unwrap_or_default())
}

impl Notation {
    /// Whether many of its separators stand in rows.
    fn is_of(&self, text: &str) -> bool {
        let count = |part: &str| {
            let words = self.separators.iter();
            words.map(|word| memmem::find_iter(part.as_bytes(), word).count()).sum::<usize>()
        };
        if count(text) < FEWEST {
            return false;
        }
        let mut seen = 0;
        text.lines().map(count).filter(|count| *count >= FEWEST_IN_ROW).any(|count| {
            seen += count;
            seen >= FEWEST
        })
    }

    fn write(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            match self.spelling {
                Spelling::Words(words) => replace(line, words, &mut out),
                Spelling::Lists if line.starts_with(['[', '(', ' ']) => parted(line, &mut out),
                Spelling::Lists => out.push_str(line),
            }
        }
        out
    }
}

/// Whether strings are mostly named, `{"t":"Str","c":"0"}`, and not cells of lists: such a tree has an order of its own.
fn is_tree(text: &str) -> bool {
    let count = |words: &str| memmem::find_iter(text.as_bytes(), words).count();
    let named = count("\":");
    named >= FEWEST && 2 * named > count("\",")
}

fn replace(line: &str, words: &[(&str, &str)], into: &mut String) {
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let known = words.iter().find(|(word, _)| rest.starts_with(word));
        let len = known.map_or(c.len_utf8(), |(word, _)| word.len());
        let (own, behind) = rest.split_at_checked(len).unwrap_or((rest, ""));
        into.push_str(known.map_or(own, |(_, other)| other));
        rest = behind;
    }
}

/// Writes the strings of a list between tabs, and those of the next one on the next line.
fn parted(line: &str, into: &mut String) {
    // Characters left of an escape.
    let (mut quote, mut escaped, mut ended) = (None, 0_u8, false);
    for c in line.chars() {
        let within = quote.is_some();
        into.push(match c {
            '/' if escaped > 0 => '/',
            _ if escaped > 0 && c.is_ascii() => ' ',
            '\\' if within => ' ',
            _ if quote == Some(c) => ' ',
            _ if within => c,
            ',' if ended => '\n',
            ',' => '\t',
            '"' | '\'' | '[' | ']' | '(' | ')' => ' ',
            _ => c,
        });
        ended = !within && (matches!(c, ']' | ')') || ended && c == ' ');
        escaped = match c {
            '\\' if within && escaped == 0 => 1,
            // \u3000, \xa0
            'u' if escaped == 1 => 4,
            'x' if escaped == 1 => 2,
            _ if escaped > 0 => escaped - 1,
            _ if quote == Some(c) => {
                quote = None;
                0
            }
            '"' | '\'' if !within => {
                quote = Some(c);
                0
            }
            _ => 0,
        };
    }
}
