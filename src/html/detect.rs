//! Whether a text is the source of a web page: told by its tags, one look at each `<`.

/// What kind of source a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A page: white space means nothing, tags break the lines.
    Page,
    /// Tables of HTML in a text whose lines are lines, as Markdown has them.
    Tables,
}

/// What a tag says about the text that it stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// Only a page has it.
    Page,
    /// A table begins.
    Table,
    /// A table ends.
    TableEnd,
    /// A part of a table.
    Cell,
    /// A paragraph: only a page has it outside of tables.
    Paragraph,
    /// A box: pages are made of them, Markdown has a few.
    Box,
    /// Fonts of words.
    Inline,
}

/// Fewer paragraphs and boxes than this do not make a page without a table.
const FEWEST: usize = 3;
/// As many tags of fonts are no slip.
const MANY: usize = 8;

/// Bytes of a tag that are looked at: the longest that says something is `!doctype html>`.
const LOOK: usize = 14;

/// What kind of HTML a text is; `None` when it is none.
pub(crate) fn detect(text: &str) -> Option<Kind> {
    let bytes = text.as_bytes();
    let (mut tables, mut depth, mut blocks, mut paragraph) = (false, 0_usize, 0_usize, false);
    let mut inline = 0_usize;
    for at in memchr::memchr_iter(b'<', bytes) {
        match sign(bytes.get(at + 1..bytes.len().min(at + 1 + LOOK)).unwrap_or_default()) {
            Some(Sign::Page) => return Some(Kind::Page),
            Some(Sign::Table) => (tables, depth) = (true, depth + 1),
            Some(Sign::TableEnd) => depth = depth.saturating_sub(1),
            Some(Sign::Cell) => tables = true,
            Some(Sign::Paragraph) => (blocks, paragraph) = (blocks + 1, paragraph || depth == 0),
            Some(Sign::Box) => blocks += 1,
            Some(Sign::Inline) => inline += 1,
            None => {}
        }
    }
    match (tables, paragraph) {
        (true, false) => Some(Kind::Tables),
        (true, true) => Some(Kind::Page),
        // Markdown keeps the boxes of a page, and its own tables need their lines.
        (false, false) if blocks >= FEWEST && memchr::memmem::find(bytes, b"\n|").is_some() => {
            Some(Kind::Tables)
        }
        (false, _) if blocks >= FEWEST => Some(Kind::Page),
        // Markdown around what a word processor wrote.
        (false, _) => (inline >= MANY).then_some(Kind::Tables),
    }
}

fn sign(tag: &[u8]) -> Option<Sign> {
    let (end, tag) = match tag.split_first() {
        Some((b'/', name)) => (true, name),
        _ => (false, tag),
    };
    let behind = tag.iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'!');
    let (name, behind) = behind.and_then(|at| tag.split_at_checked(at))?;
    // `<http://…>` and `<td@…>` are no tags.
    if !matches!(behind.first()?, b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r' | b'\x0C') {
        return None;
    }
    let is = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known.as_bytes()));
    let html = || behind.get(1..5).is_some_and(|word| word.eq_ignore_ascii_case(b"html"));
    if is(&["html", "body"]) || is(&["!doctype"]) && html() {
        Some(Sign::Page)
    } else if is(&["table"]) {
        Some(if end { Sign::TableEnd } else { Sign::Table })
    } else if is(&["td", "tr", "th"]) {
        Some(Sign::Cell)
    } else if is(&["p", "li", "h1", "h2", "h3", "h4", "h5", "h6"]) {
        Some(Sign::Paragraph)
    } else if is(&["div"]) {
        Some(Sign::Box)
    } else if is(&["span", "font"]) {
        Some(Sign::Inline)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_tables_in_a_text() {
        for (text, kind) in [
            ("<!DOCTYPE html>\n<html>", Some(Kind::Page)),
            ("<HTML lang=zh><BODY>规章", Some(Kind::Page)),
            ("<p>一、总体情况</p>\n<table><tr><td>规章</td></tr></table>", Some(Kind::Page)),
            ("<p>一</p>\n<p>二</p>", Some(Kind::Page)),
            ("<div>一</div><div>二</div>", Some(Kind::Page)),
            ("## 一、总体情况\n<table><tr><td><p>规章</p></td></tr></table>", Some(Kind::Tables)),
            ("<div align=\"center\">表一</div>\n\n<table>\n<tr><td>规章", Some(Kind::Tables)),
            ("<tr><td>规章</td></tr>", Some(Kind::Tables)),
            ("<font>规章</font> <span>0</span> <SPAN>0</SPAN> <span>0</span>", Some(Kind::Tables)),
            (
                "<div class=\"nav\">\n\n首页\n\n</div>\n\n<div>\n\n| 规章 | 0 |\n|---|---|\n",
                Some(Kind::Tables),
            ),
        ] {
            assert_eq!(detect(text), kind, "{text}");
        }
    }

    #[test]
    fn plain_text_with_angle_brackets_is_none() {
        for text in [
            "见<http://www.example.gov.cn/table>，<td@example.cn>",
            "3 < 5，<<政府信息公开条例>>，<tdd>，< table>，<table",
            "本年新<br>公开数量 | 0 | 0 |\n<br/><br/><br/>",
            "<!doctype txt>",
            "<p>一处",
            "",
        ] {
            assert_eq!(detect(text), None, "{text}");
        }
    }
}
