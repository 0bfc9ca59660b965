//! Pages that give all labels first and then the figures column by column: whose a figure is, is told by counting.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod form;
mod shown;

use form::REQUESTS;
use gongkai::{Edition, Row, parse_report};
use shown::row;

/// The figures of all rows, with the sums that the form asks for.
fn figures() -> Vec<[u32; 7]> {
    let mut rows: Vec<_> =
        (0..REQUESTS.len() as u32).map(|row| [row, 0, row % 3, 0, 1, 2, row + row % 3 + 3]).collect();
    let (total, forward, carried) = (23, 24, 1);
    for column in 0..7 {
        rows[total][column] = rows[2..total].iter().map(|row| row[column]).sum();
        rows[0][column] = rows[total][column] + rows[forward][column] - rows[carried][column];
    }
    rows
}

fn page(labels: &[&str], figures: &[[u32; 7]]) -> gongkai::Parsed {
    let columns: String =
        (0..7).flat_map(|column| figures.iter().map(move |row| format!("{}\n", row[column]))).collect();
    let text = format!("三、收到和处理政府信息公开申请情况\n{}\n{columns}", labels.join("\n"));
    parse_report(&text).unwrap()
}

/// Asserts that all rows but `lost` have their figures.
fn assert_read(parsed: &gongkai::Parsed, lost: Option<Row>) {
    for (own, figures) in Row::of(Edition::E2021).zip(figures()) {
        let expected =
            if Some(own) == lost { "x".repeat(7) } else { figures.map(|f| f.to_string()).concat() };
        let read = row(parsed, own.key());
        assert_eq!(read.replace([' ', '?'], ""), expected, "{own:?}: {read}");
    }
}

/// Asserts that no row behind the first of those in doubt has a figure.
fn assert_open(parsed: &gongkai::Parsed) {
    for own in Row::of(Edition::E2021).skip(5) {
        let read = row(parsed, own.key());
        assert!(read.chars().all(|c| matches!(c, '*' | 'x' | ' ')), "{own:?}: {read}");
    }
}

#[test]
fn damaged_labels_are_rows() {
    let mut labels = REQUESTS;
    labels[1] = "二、上年结转政府信患公开申请数量";
    labels[8] = "5.属于三类内部事物信息";
    labels[16] = "2.重夏申请";
    assert_read(&page(&labels, &figures()), None);
}

#[test]
fn a_lost_label_is_counted_by_the_form() {
    let mut labels = REQUESTS.to_vec();
    labels.remove(8);
    assert_read(&page(&labels, &figures()), Some(Row::InternalAffairs));
    // Its words are there, and nobody can read them.
    labels.splice(8..8, ["厲亍彐娄", "內剖亊夆"]);
    assert_read(&page(&labels, &figures()), Some(Row::InternalAffairs));
}

#[test]
fn a_row_that_the_form_does_not_have_is_counted() {
    let (mut labels, mut rows) = (REQUESTS.to_vec(), figures());
    labels.insert(8, "涉及个人隐私");
    rows.insert(8, [0, 1, 0, 0, 0, 0, 1]);
    assert_read(&page(&labels, &rows), None);
}

#[test]
fn as_many_rows_as_the_form_has_may_be_others() {
    let (mut labels, mut rows) = (REQUESTS.to_vec(), figures());
    labels.insert(6, "涉及个人隐私");
    rows.insert(6, [0, 1, 0, 0, 0, 0, 1]);
    labels.remove(20);
    rows.remove(20);
    assert_open(&page(&labels, &rows));
}

#[test]
fn labels_in_another_order_are_not_counted_by_the_form() {
    let mut labels = REQUESTS.to_vec();
    labels.swap(6, 14);
    labels.remove(20);
    assert_open(&page(&labels, &figures()));
}
