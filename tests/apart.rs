//! Pages whose figures stand apart from their labels: sums prove which are whose, or the figures say that they are not
//! certain.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::needless_range_loop, reason = "a test")]

mod form;

use gongkai::{Certainty, Fact, Status, TableKind, parse_report, plain};

const HEAD: &str = "雾岭县2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n";
const TAIL: &str = "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n无。\n";

/// Some of them wrapped.
const LABELS: [&str; 25] = {
    let mut labels = form::REQUESTS;
    labels[3] = "（二）部分公开（区分处理的，只计\n这一情形，不计其他情形）";
    labels[20] = "1.申请人无正当理由逾期不补正、行政机关\n不再处理其政府信息公开申请";
    labels[21] = "2.申请人逾期未按收费通知要求缴纳费用、\n行政机关不再处理其政府信息公开申请";
    labels
};

const HEADS: [&str; 7] = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];

type Table = [[u32; 7]; 25];

/// A table that keeps all sums.
fn table() -> Table {
    let mut table = [[0; 7]; 25];
    for row in 2..23 {
        for column in 0..6 {
            if (row * 7 + column * 5) % 4 == 0 {
                table[row][column] = ((row * 3 + column * 2) % 9 + 1) as u32;
            }
        }
    }
    table[1] = [2, 0, 1, 0, 0, 1, 0];
    table[24] = [1, 1, 0, 0, 2, 0, 0];
    for column in 0..6 {
        table[23][column] = (2..23).map(|row| table[row][column]).sum();
        table[0][column] = table[23][column] + table[24][column] - table[1][column];
    }
    for row in &mut table {
        row[6] = row[..6].iter().sum();
    }
    table
}

/// Some figures, each on a line of its own, and an empty line.
fn block<'t>(figures: impl IntoIterator<Item = &'t u32>) -> String {
    figures.into_iter().fold(String::new(), |text, figure| text + &figure.to_string() + "\n") + "\n"
}

/// Some rows, column by column.
fn band(rows: &[[u32; 7]]) -> String {
    (0..7).map(|column| block(rows.iter().map(|row| &row[column]))).collect()
}

fn report(body: &str) -> String {
    format!("{HEAD}{body}{TAIL}")
}

/// Every label, and then some figures.
fn behind_labels(figures: &str) -> String {
    report(&format!("{}\n\n{figures}", LABELS.join("\n")))
}

/// Each row with its first six figures, and behind them the totals.
fn totals_behind(table: &Table) -> String {
    let rows =
        LABELS.iter().zip(table).map(|(label, row)| format!("{label}\n{}", block(&row[..6]).trim_end()));
    let rows: Vec<String> = rows.collect();
    report(&format!("{}\n\n— 2 —\n\n总计\n\n{}", rows.join("\n"), block(table.iter().map(|row| &row[6]))))
}

/// The cells of the requests table: the value where it is given, with `!` where it is exact, `?` else.
fn read(text: &str) -> Vec<String> {
    let report = parse_report(text).unwrap().report;
    let show = |fact: Fact<'_>| match (fact.status(), fact.value(), fact.certainty()) {
        (Status::Value, Some(value), Some(Certainty::Exact)) => plain(value) + "!",
        (Status::Value, Some(value), _) => plain(value),
        _ => "?".to_owned(),
    };
    report.facts().filter(|fact| fact.path().table() == TableKind::Requests).map(show).collect()
}

fn printed(table: &Table) -> Vec<String> {
    table.iter().flatten().map(u32::to_string).collect()
}

/// Every cell is given, none as exact.
#[track_caller]
fn all_given(text: &str, table: &Table) {
    assert_eq!(read(text), printed(table), "{text}");
}

/// Every cell is right or not certain; how many are not.
#[track_caller]
fn right_or_open(text: &str, table: &Table) -> usize {
    let cells = read(text);
    for (place, (cell, figure)) in cells.iter().zip(printed(table)).enumerate() {
        let right = cell == "?" || cell.trim_end_matches('!') == figure;
        assert!(right, "row {} column {}: {cell} for {figure}", place / 7, place % 7);
    }
    cells.iter().filter(|cell| *cell == "?").count()
}

#[test]
fn totals_behind_rows_of_six() {
    let table = table();
    all_given(&totals_behind(&table), &table);
}

#[test]
fn columns_behind_all_labels() {
    let table = table();
    all_given(&behind_labels(&band(&table)), &table);
}

#[test]
fn the_name_of_a_group_is_no_label_that_was_lost() {
    // With it there are as many labels as rows, though one of these has lost its own.
    let table = table();
    let mut labels = LABELS.to_vec();
    labels.remove(23);
    labels.insert(20, "（六）其他处理");
    let text = report(&format!("{}\n\n{}", labels.join("\n"), band(&table)));
    right_or_open(&text, &table);
}

#[test]
fn bands_of_rows_as_high_as_their_labels() {
    // Rows whose labels wrap stand alone, each figure by itself.
    let table = table();
    let bands = [&table[..3], &table[3..4], &table[4..20], &table[20..21], &table[21..22], &table[22..]];
    let figures: String = bands.into_iter().map(band).collect();
    all_given(&behind_labels(&figures), &table);
}

#[test]
fn first_columns_beside_the_labels_and_bands_of_the_others() {
    let table = table();
    let rows: Vec<String> =
        LABELS.iter().zip(&table).map(|(label, row)| format!("{label}\n{}\n{}\n", row[0], row[1])).collect();
    let others = |rows: &[[u32; 7]]| -> String {
        (2..7).map(|column| block(rows.iter().map(|row| &row[column]))).collect()
    };
    let bands = others(&table[..3]) + &others(&table[3..20]) + &others(&table[20..]);
    all_given(&report(&format!("{}\n{bands}", rows.concat())), &table);
}

#[test]
fn columns_together_in_a_block_row_by_row() {
    let table = table();
    let inner = block(table[..19].iter().flat_map(|row| &row[1..5]));
    let column = |column: usize| block(table[..19].iter().map(|row| &row[column]));
    let figures = column(0) + &inner + &column(5) + &column(6) + &band(&table[19..]);
    all_given(&behind_labels(&figures), &table);
}

#[test]
fn a_bare_number_of_a_page_among_columns() {
    let table = table();
    all_given(&behind_labels(&(band(&table[..9]) + "3\n\n" + &band(&table[9..]))), &table);
}

#[test]
fn a_label_that_a_letter_beside_it_hides() {
    let table = table();
    let text = behind_labels(&band(&table)).replace("（一）予以公开\n", "年度办 予以\n");
    all_given(&text, &table);
}

#[test]
fn a_misprint_is_given_as_printed() {
    let mut table = table();
    table[7][6] += 3;
    all_given(&totals_behind(&table), &table);
}

#[test]
fn two_totals_exchanged_prove_nothing() {
    let mut shown = table();
    let (a, b) = (shown[5][6], shown[12][6]);
    assert_ne!(a, b);
    (shown[5][6], shown[12][6]) = (b, a);
    assert_eq!(right_or_open(&totals_behind(&shown), &shown), 175);
}

#[test]
fn a_blank_cell_without_a_trace_proves_nothing() {
    let table = table();
    let zero = table[4].iter().position(|figure| *figure == 0).unwrap();
    let figures: String = (0..7)
        .map(|column| {
            let rows = table.iter().enumerate().filter(|(row, _)| (*row, column) != (4, zero));
            block(rows.map(|(_, row)| &row[column]))
        })
        .collect();
    assert_eq!(right_or_open(&behind_labels(&figures), &table), 175);
}

#[test]
fn labels_in_another_order_prove_nothing() {
    let table = table();
    let mut labels = LABELS;
    labels[4..8].rotate_left(2);
    assert_eq!(right_or_open(&report(&format!("{}\n\n{}", labels.join("\n"), band(&table))), &table), 175);
}

#[test]
fn whole_rows_on_lines_of_their_own_may_be_those_of_other_labels() {
    // Rows whose labels wrap come last on each page.
    let table = table();
    let line = |row: &[u32; 7]| row.map(|figure| figure.to_string()).join(" ") + "\n\n";
    let order = (0..25).filter(|row| ![3, 20, 21].contains(row)).chain([3, 20, 21]);
    let figures: String = order.map(|row| line(&table[row])).collect();
    right_or_open(&behind_labels(&figures), &table);
}

#[test]
fn a_block_that_its_head_has_moved() {
    // The head of the fourth column is the highest: its block comes first on both pages, and no sum tells.
    let table = table();
    let page = |rows: &[[u32; 7]]| {
        let column = |column: usize| block(rows.iter().map(|row| &row[column]));
        HEADS[3].to_owned() + "\n" + &[3, 0, 1, 2, 4, 5, 6].map(column).concat()
    };
    assert!(right_or_open(&behind_labels(&(page(&table[..9]) + &page(&table[9..]))), &table) > 100);
}

#[test]
fn columns_that_changed_places_in_one_band_break_their_sums() {
    let table = table();
    let first: String =
        [1, 0, 2, 3, 4, 5, 6].map(|column: usize| block(table[..3].iter().map(|row| &row[column]))).concat();
    assert_eq!(right_or_open(&behind_labels(&(first + &band(&table[3..]))), &table), 175);
}

#[test]
fn heads_over_their_own_columns_prove_these() {
    let table = table();
    let headed =
        |column: usize| HEADS[column].to_owned() + "\n" + &block(table.iter().map(|row| &row[column]));
    all_given(&behind_labels(&(0..7).map(headed).collect::<String>()), &table);
}

#[test]
fn zeros_hide_where_blocks_end() {
    let mut table = [[0; 7]; 25];
    for row in [0, 2, 23] {
        table[row] = [0, 1, 0, 0, 0, 0, 1];
    }
    let lone = |row: &[u32; 7]| row.iter().map(|figure| format!("{figure}\n\n")).collect::<String>();
    right_or_open(&behind_labels(&table.iter().map(lone).collect::<String>()), &table);
    all_given(&behind_labels(&band(&table)), &table);
}

#[test]
fn a_page_of_many_such_figures_is_no_table() {
    let text = behind_labels(&"0\n\n".repeat(20_000));
    assert!(read(&text).iter().all(|cell| cell == "?"));
}
