//! The layouts, one file each: logical tables in, marked text out.

use super::damage::Damages;
use super::rng::Rng;
use super::table::Table;
use super::truth::Shows;

mod aligned;
mod cell_lines;
mod glued;
mod html;
mod markdown;
mod one_line;
mod paragraph_cells;
mod pdf_cells;
mod pdf_columns;
mod pdf_rows;
mod pipe_cells;
mod pipe_rows;
mod ruled;
mod tab_rows;
mod wrap;

/// A layout.
pub struct Look {
    pub name: &'static str,
    pub shows: Shows,
    pub table: fn(&Table, &Damages) -> Rendered,
}

/// A table in a layout: the text of each logical line, and where empty places stand beside its figures.
#[derive(Default)]
pub struct Rendered {
    pub blocks: Vec<String>,
    /// Empty places before and behind the figures that are no cells, where the text does not say which is which.
    pub residue: Vec<(usize, usize)>,
    /// Figures run down the columns.
    pub by_column: bool,
}

impl Rendered {
    pub fn new(blocks: Vec<String>) -> Self {
        Self { residue: vec![(0, 0); blocks.len()], blocks, by_column: false }
    }
}

const fn look(name: &'static str, shows: Shows, table: fn(&Table, &Damages) -> Rendered) -> Look {
    Look { name, shows, table }
}

/// Every layout that carries a table on its own.
pub const LOOKS: &[Look] = &[
    look("tab_rows", Shows::Cells, tab_rows::render),
    look("cell_lines", Shows::Cells, cell_lines::render),
    look("paragraph_cells", Shows::Tokens, paragraph_cells::render),
    look("pipe_rows", Shows::Cells, pipe_rows::render),
    look("pipe_cells_1", Shows::Cells, pipe_cells::closed),
    look("pipe_cells_2", Shows::Cells, pipe_cells::opened),
    look("pipe_cells_3", Shows::Cells, pipe_cells::between),
    look("markdown", Shows::Cells, markdown::render),
    look("glued", Shows::Glued, glued::render),
    look("aligned", Shows::Tokens, aligned::render),
    look("pdf_rows", Shows::Tokens, pdf_rows::render),
    look("pdf_cells", Shows::Tokens, pdf_cells::render),
    look("pdf_columns", Shows::Tokens, pdf_columns::render),
    look("ruled", Shows::Cells, ruled::render),
    look("one_line", Shows::Tokens, one_line::render),
    look("html", Shows::Cells, html::render),
];

pub fn look_named(name: &str) -> &'static Look {
    LOOKS.iter().find(|look| look.name == name).unwrap_or_else(|| panic!("no layout {name}"))
}

/// A habit of the whole document, the same for all its tables.
fn habit(damages: &Damages, name: &str) -> Rng {
    damages.rng(&format!("habit:{name}"))
}

/// The page around the body of an HTML document.
pub fn page(body: &str, damages: &Damages) -> String {
    html::page(body, damages)
}
