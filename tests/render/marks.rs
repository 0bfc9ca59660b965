//! Invisible marks around every printed figure, so that its place is known when the text is finished.

use super::notation::Printed;

const START: u32 = 0xF_0000;
const END: u32 = 0x10_0000;

/// One printing of a figure.
pub struct Mark {
    pub path: String,
    pub printed: Printed,
    /// Byte range in the finished text.
    pub range: Option<(usize, usize)>,
}

/// Every printing of every figure.
#[derive(Default)]
pub struct Marks(pub Vec<Mark>);

impl Marks {
    /// The text of a cell, marked inside the white space around it.
    pub fn wrap(&mut self, path: &str, printed: &Printed) -> (usize, String) {
        let id = self.0.len();
        self.0.push(Mark { path: path.to_owned(), printed: printed.clone(), range: None });
        let text = &printed.text;
        let core = text.trim();
        let (before, after) = text.split_once(core).unwrap_or((text, ""));
        let code = u32::try_from(id).unwrap();
        let start = char::from_u32(START + code).unwrap();
        let end = char::from_u32(END + code).unwrap();
        (id, format!("{before}{start}{core}{end}{after}"))
    }

    /// Takes the marks out of the finished text and notes where they stood.
    pub fn strip(&mut self, marked: &str) -> String {
        let mut text = String::with_capacity(marked.len());
        for c in marked.chars() {
            let code = u32::from(c);
            if code >= END {
                let mark = &mut self.0[(code - END) as usize];
                mark.range = mark.range.map(|(start, _)| (start, text.len()));
            } else if code >= START {
                self.0[(code - START) as usize].range = Some((text.len(), text.len()));
            } else {
                text.push(c);
            }
        }
        text
    }
}

/// Whether a character is one of the marks.
pub fn is_mark(c: char) -> bool {
    u32::from(c) >= START
}

/// The text as a reader sees it.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !is_mark(*c)).collect()
}

/// Whether nothing is to be seen in it.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| is_mark(c) || c.is_whitespace())
}
