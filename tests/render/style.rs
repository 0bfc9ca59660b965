//! Putting a document together: paragraphs, page furniture, line ends.

use super::damage::Damages;
use super::look::Rendered;
use super::marks::is_mark;
use super::rng::Rng;
use super::table::Table;

/// A part of a document.
pub enum Piece {
    Title(String),
    Heading(String),
    Paragraph(String),
    Line(String),
    /// A table by number, with its text.
    Table(usize, String),
}

/// How the text around the tables looks.
#[derive(PartialEq, Eq)]
enum Paper {
    /// A paragraph is a line.
    Plain,
    /// A page's lines of some 28 characters.
    Page,
    /// The same with empty lines between the lines.
    Spaced,
    Markdown,
    Html,
    OneLine,
}

pub struct Style {
    paper: Paper,
    empty_lines: bool,
    indent: &'static str,
}

impl Style {
    pub fn new(look: &str, damages: &Damages) -> Self {
        let mut rng = damages.rng("style");
        let paper = match look {
            "pdf_rows" | "pdf_cells" | "aligned" => Paper::Page,
            "pdf_columns" => Paper::Spaced,
            "markdown" => Paper::Markdown,
            "html" => Paper::Html,
            "one_line" => Paper::OneLine,
            _ => Paper::Plain,
        };
        Self {
            empty_lines: look == "paragraph_cells" || paper == Paper::Spaced || rng.chance(40.0),
            paper,
            indent: ["", "", "    ", "  ", "\u{3000}\u{3000}"][rng.below(5)],
        }
    }

    /// The blocks of a table with what the page puts between them.
    pub fn join(&self, look: &str, table: &Table, rendered: &Rendered, damages: &Damages) -> String {
        let mut text = String::new();
        let mut rng = damages.rng("furniture");
        for (at, block) in rendered.blocks.iter().enumerate() {
            let page = table.lines.get(at).is_some_and(|(_, page)| *page);
            if page && !["html", "markdown"].contains(&look) {
                text.push_str(&furniture(&mut rng, damages));
            }
            if !block.is_empty() {
                text.push_str(block);
                text.push('\n');
            }
        }
        text
    }

    /// The whole text, still marked.
    pub fn assemble(&self, pieces: &[Piece], damages: &Damages) -> String {
        let mut text = String::new();
        let inline = damages.has("heading_inline", 4.0);
        let mut rng = damages.rng("assemble");
        let mut after_prose = false;
        for piece in pieces {
            let gap = if self.empty_lines { "\n\n" } else { "\n" };
            match (piece, &self.paper) {
                (Piece::Table(_, table), _) => {
                    text.push_str(table);
                    text.push_str(gap);
                }
                (Piece::Title(line), Paper::Markdown) => text.push_str(&format!("# {line}\n\n")),
                (Piece::Heading(line), Paper::Markdown) => text.push_str(&format!("## {line}\n\n")),
                (Piece::Title(line), Paper::Html) => text.push_str(&format!("<h1>{line}</h1>\n")),
                (Piece::Heading(line), Paper::Html) => {
                    text.push_str(&format!("<p><strong>{line}</strong></p>\n"));
                }
                (Piece::Paragraph(line) | Piece::Line(line), Paper::Html) => {
                    text.push_str(&format!("<p>{line}</p>\n"));
                }
                (Piece::Heading(line), Paper::Plain) if inline && after_prose && rng.chance(60.0) => {
                    while text.ends_with('\n') {
                        text.pop();
                    }
                    text.push_str(line);
                    text.push('\n');
                }
                (Piece::Paragraph(line), Paper::Page | Paper::Spaced) => {
                    let chars: Vec<char> = format!("\u{3000}\u{3000}{line}").chars().collect();
                    for part in chars.chunks(28) {
                        text.extend(part);
                        text.push_str(if self.paper == Paper::Spaced { "\n\n" } else { "\n" });
                    }
                    if damages.has("page_in_prose", 20.0) && rng.chance(25.0) {
                        text.push_str(&furniture(&mut rng, damages));
                    }
                }
                (Piece::Title(line) | Piece::Line(line), _) => text.push_str(&format!("{line}{gap}")),
                (Piece::Heading(line) | Piece::Paragraph(line), _) => {
                    text.push_str(&format!("{}{line}{gap}", self.indent));
                }
            }
            after_prose = matches!(piece, Piece::Paragraph(_));
        }
        if self.paper == Paper::OneLine {
            let words: Vec<&str> =
                text.split(['\n', '\t']).map(str::trim).filter(|word| !word.is_empty()).collect();
            text = words.join(" ");
        }
        if self.paper == Paper::Html {
            text = super::look::page(&text, damages);
        }
        line_ends(text, &self.paper, damages)
    }
}

/// What stands between two pages.
fn furniture(rng: &mut Rng, damages: &Damages) -> String {
    let page = 2 + rng.below(7);
    let number = match rng.below(5) {
        0 | 1 => format!("- {page} -"),
        2 => format!("— {page} —"),
        3 => format!("第 {page} 页 共 9 页"),
        _ => format!("-{page}-"),
    };
    let mut text = String::new();
    if rng.chance(50.0) {
        text.push('\n');
    }
    text.push_str(&number);
    text.push('\n');
    if damages.has("form_feed", 20.0) {
        text.push('\u{c}');
    }
    if damages.has("running_head", 10.0) {
        text.push_str("政府信息公开工作年度报告\n");
    }
    text
}

fn line_ends(mut text: String, paper: &Paper, damages: &Damages) -> String {
    if damages.has("u2028", 5.0) && *paper != Paper::Html {
        let mut rng = damages.rng("u2028");
        text = text.chars().map(|c| if c == '\n' && rng.chance(15.0) { '\u{2028}' } else { c }).collect();
    }
    if damages.has("crlf", 20.0) {
        text = text.replace('\n', "\r\n");
    }
    if damages.has("bom", 10.0) {
        text.insert(0, '\u{feff}');
    }
    debug_assert!(text.chars().any(|c| !is_mark(c)));
    text
}
