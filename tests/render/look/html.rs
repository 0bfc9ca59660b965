//! HTML with rowspan and colspan, `&nbsp;`, `<br>` in header cells, cells left open.

use super::super::grid::{Slot, grid};
use super::super::marks::is_blank;
use super::super::table::Table;
use super::{Damages, Rendered, habit};

pub fn render(table: &Table, damages: &Damages) -> Rendered {
    let mut rng = habit(damages, "html");
    let open = damages.has("html_unclosed", 15.0);
    let upper = rng.chance(15.0);
    let dressed = rng.chance(40.0);
    let broken = rng.chance(40.0);
    let nested = damages.has("html_nested", 10.0);
    let blank = ["", "&nbsp;", "&#160;", " ", "<p></p>"][rng.below(5)];
    let mut blocks: Vec<String> = grid(table)
        .iter()
        .map(|row| {
            let mut text = "<tr>".to_owned();
            for slot in row {
                let Slot::Cell { text: cell, colspan, rowspan, figure } = slot else { continue };
                text.push_str("<td");
                if dressed {
                    text.push_str(" style=\"width: 72px; padding: 3px 7px\"");
                }
                for (name, span) in [("rowspan", rowspan), ("colspan", colspan)] {
                    if *span > 1 {
                        text.push_str(&format!(" {name}=\"{span}\""));
                    }
                }
                text.push('>');
                let inner = inner(cell, *figure, broken, blank);
                if dressed && !is_blank(cell) {
                    text.push_str(&format!("<p align=\"center\"><span>{inner}</span></p>"));
                } else {
                    text.push_str(&inner);
                }
                if !open {
                    text.push_str("</td>");
                }
                text.push('\n');
            }
            if !open {
                text.push_str("</tr>");
            }
            if upper { text.replace("<td", "<TD").replace("</td>", "</TD>") } else { text }
        })
        .collect();
    let before =
        if nested { "<table><tr><td>\n<table border=\"1\"><tbody>\n" } else { "<table border=\"1\">\n" };
    let after = if nested { "\n</tbody></table>\n</td></tr></table>" } else { "\n</table>" };
    if let Some(first) = blocks.first_mut() {
        first.insert_str(0, before);
    }
    if let Some(last) = blocks.last_mut() {
        last.push_str(after);
    }
    Rendered::new(blocks)
}

fn inner(cell: &str, figure: bool, broken: bool, blank: &str) -> String {
    if is_blank(cell) && figure {
        return format!("{}{blank}", cell.trim());
    }
    if broken && !figure && cell.starts_with("本年新") && cell.len() > 9 {
        return format!("本年新<br>{}", &cell[9..]);
    }
    cell.replace('\u{a0}', "&nbsp;").replace('"', "&quot;")
}

/// The page around the report.
pub fn page(body: &str, damages: &Damages) -> String {
    let mut rng = habit(damages, "page");
    let script = "<script>var page = 12; if (page < 3) { show(\"第1页\"); }</script>\n";
    let style = "<style>td { width: 60px } /* 2021 */</style>\n";
    let mut text = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n".to_owned();
    text.push_str(if rng.chance(60.0) { style } else { "" });
    text.push_str(if rng.chance(60.0) { script } else { "" });
    text.push_str(
        "</head>\n<body>\n<div class=\"nav\"><a href=\"/\">首页</a> &gt; <a href=\"/gk\">年报</a></div>\n",
    );
    text.push_str(body);
    text.push_str("\n</body></html>\n");
    text
}
