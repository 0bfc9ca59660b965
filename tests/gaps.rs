//! A page of columns: a gap below and above figures is a blank cell, whichever way a program counted its letters.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod shown;

use gongkai::parse_report;
use shown::row;

/// A line of a page on which an ideograph is so `wide`: a label, and figures in their columns; `_` is a gap.
fn line(label: &str, cells: &str, wide: usize) -> String {
    let (mut line, mut at) = (label.to_owned(), label.chars().count() * wide);
    for (column, cell) in cells.split(' ').enumerate().filter(|(_, cell)| *cell != "_") {
        let place = 40 + 8 * column;
        line += &" ".repeat(place - at);
        line += cell;
        at = place + cell.len();
    }
    line + "\n"
}

fn page(rows: &[(&str, &str)], wide: usize) -> gongkai::Parsed {
    let rows: String = rows.iter().map(|(label, cells)| line(label, cells, wide)).collect();
    parse_report(&format!("三、收到和处理政府信息公开申请情况\n{rows}")).unwrap()
}

#[test]
fn gaps_are_blank_cells() {
    for wide in [1, 2] {
        let parsed = page(
            &[
                ("一、本年新收政府信息公开申请数量", "5 4 0 0 0 1 10"),
                ("二、上年结转政府信息公开申请数量", "_ 2 _ _ _ _ 2"),
                ("（一）予以公开", "4 _ _ _ _ _ 4"),
                ("（二）部分公开", "1 6 0 0 0 1 8"),
                ("（七）总计", "5 6 0 0 0 1 12"),
                ("四、结转下年度继续办理", "_ _ 0 _ _ _ 0"),
            ],
            wide,
        );
        assert_eq!(row(&parsed, "carried_over"), "_ 2? _ _ _ _ 2?", "{wide}");
        assert_eq!(row(&parsed, "granted"), "4? _ _ _ _ _ 4?");
        assert_eq!(row(&parsed, "carried_forward"), "_ _ 0? _ _ _ 0?");
    }
}

#[test]
fn a_cell_that_cannot_be_read_is_no_gap() {
    let parsed = page(
        &[
            ("一、本年新收政府信息公开申请数量", "5 4 0 0 0 1 10"),
            ("（一）予以公开", "_ _ 0 _ o _ 0"),
            ("（七）总计", "5 6 0 0 0 1 12"),
        ],
        2,
    );
    assert!(!row(&parsed, "granted").contains("_ _ 0 _ _"), "{}", row(&parsed, "granted"));
}

#[test]
fn cells_behind_one_that_was_lost_may_have_moved() {
    // Without its third cell, the row ends before the column of totals.
    let parsed = page(
        &[
            ("一、本年新收政府信息公开申请数量", "5 4 0 0 0 1 10"),
            ("（一）予以公开", "5 4 0 0 1 10 _"),
            ("（七）总计", "5 4 0 0 0 1 10"),
        ],
        2,
    );
    assert!(!row(&parsed, "granted").ends_with('_'), "{}", row(&parsed, "granted"));
}

#[test]
fn columns_that_no_row_has_all_of_are_not_told() {
    // The third column is blank in all rows, and the figures of the last may be of the last two.
    let parsed = page(
        &[
            ("一、本年新收政府信息公开申请数量", "_ 4 _ 0 0 1 _"),
            ("（一）予以公开", "_ 0 _ 0 _ _ 0"),
            ("（七）总计", "5 _ _ 0 0 0 _"),
        ],
        2,
    );
    assert_ne!(row(&parsed, "granted"), "_ 0 _ 0 _ _ 0");
}

#[test]
fn the_last_figure_of_a_misprinted_row_may_be_its_total() {
    let parsed = page(
        &[
            ("一、本年新收政府信息公开申请数量", "3 1 _ _ _ _ 4"),
            ("二、上年结转政府信息公开申请数量", "_ _ 2 _ _ 1 2"),
            ("（一）予以公开", "1 _ _ _ _ _ 1"),
            ("3.危及“三安全一稳定”", "1 _ _ _ _ _ 1"),
            ("3.要求提供公开出版物", "_ 1 _ _ _ _ 1"),
            ("（七）总计", "3 1 1 _ _ _ 7"),
            ("四、结转下年度继续办理", "_ _ _ _ _ 1 1"),
        ],
        2,
    );
    for own in ["carried_over", "total"] {
        assert!(!row(&parsed, own).ends_with('_'), "{}", row(&parsed, own));
    }
}
