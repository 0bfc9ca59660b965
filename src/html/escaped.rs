//! The source of a page inside a text of another kind: its tags escaped as text of a page (`&lt;td&gt;`) or in a string
//! of a program (`<td>0<\/td>`, `\u003ctd\u003e`). They are written again by as many bytes, so that every place stays.

use alloc::string::String;

use memchr::memmem;

/// Ends of cells, by which such a source is known, and what stands there for what.
const KINDS: [(&str, &[(&str, &str)]); 3] = [
    (
        "&lt;/td",
        &[
            ("&lt;", "<"),
            ("&gt;", "   >"),
            ("&quot;", "     \""),
            ("&#34;", "    \""),
            ("&amp;nbsp;", "    &nbsp;"),
        ],
    ),
    (
        "<\\/td",
        &[
            ("<\\/", "</"),
            ("<", "<"),
            ("\\\"", " \""),
            ("\\/", " /"),
            ("\\n", "  "),
            ("\\r", "  "),
            ("\\t", "  "),
        ],
    ),
    (
        "\\u003c/td",
        &[
            ("\\u003c", "<"),
            ("\\u003e", "     >"),
            ("\\\"", " \""),
            ("\\u0022", "     \""),
            ("\\n", "  "),
            ("\\r", "  "),
            ("\\t", "  "),
        ],
    ),
];

/// The source that is escaped in a text; `None` when none is.
pub(crate) fn unescape(text: &str) -> Option<String> {
    let has = |end: &str| memmem::find(text.as_bytes(), end.as_bytes()).is_some();
    // Nearly every page has it, and soon.
    if has("</td") {
        return None;
    }
    let (_, words) = KINDS.iter().find(|(end, _)| has(end))?;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let known = words.iter().find(|(word, _)| rest.starts_with(word));
        let (word, other) = known
            .map_or((rest.get(..c.len_utf8()).unwrap_or(""), None), |(word, other)| (*word, Some(*other)));
        let behind = rest.get(word.len()..).unwrap_or("");
        let Some(other) = other else {
            out.push_str(word);
            rest = behind;
            continue;
        };
        out.push_str(other);
        // The name of a tag moves up to what begins it.
        let name = if other.starts_with('<') {
            let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '!');
            behind.find(|c| !is_name(c)).map_or(behind, |end| behind.get(..end).unwrap_or(""))
        } else {
            ""
        };
        out.push_str(name);
        out.extend(core::iter::repeat_n(' ', word.len() - other.len()));
        rest = behind.get(name.len()..).unwrap_or("");
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_stays() {
        for (text, source) in [
            ("&lt;td class=&quot;a&quot;&gt;7&lt;/td&gt;", "<td    class=     \"a     \"   >7</td      >"),
            (r#""<td width=\"9\">7<\/td>""#, r#""<td width= "9 ">7</td >""#),
            (r"\u003ctd\u003e7\u003c/td\u003e", "<td          >7</td          >"),
        ] {
            assert_eq!(unescape(text).as_deref(), Some(source));
            assert_eq!(text.len(), source.len());
        }
        assert_eq!(unescape("<td>7</td>"), None);
    }
}
