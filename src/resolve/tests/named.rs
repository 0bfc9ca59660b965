//! Damage by name.

use super::*;
use crate::template::Edition;

fn disputes(row: &str) -> String {
    Sheet::new(Form::disputes()).kept(row).only()
}

/// A requests table: the rows of the 2019 form, those that are given, the others zeros in `style`.
fn requests(style: &str, rows: &[(usize, &str)]) -> Sheet {
    let mut sheet = Sheet::new(Form::requests(Edition::E2019));
    for at in 0..23 {
        let row = rows.iter().find(|(row, _)| *row == at).map_or(style, |(_, text)| text);
        sheet.push(Blanks::Kept, row);
    }
    sheet
}

const ZEROS: &str = "0 0 0 0 0 0 0";
const GLUED: &str = "~0000000";

#[test]
fn placed_rows_are_kept_whatever_their_sums_say() {
    let sheet = requests(ZEROS, &[(0, "887 0 0 0 0 0 96"), (21, "_ / 3 ? 0 0 0")]);
    let read = sheet.read();
    assert_eq!(read[0], "887! 0! 0! 0! 0! 0! 96!");
    assert_eq!(read[21], "_ / 3! ? 0! 0! 0!");
    assert!(resolve(&sheet.problem()).cells.is_empty());
}

#[test]
fn a_glued_table_whose_rows_have_one_reading() {
    // 新野县: everything glued, two requests.
    let rows = [(0, "~2000002"), (2, "~2000002"), (21, "~2000002")];
    let read = requests(GLUED, &rows).read();
    assert_eq!(read[0], "2 0 0 0 0 0 2");
    assert_eq!(read[1], "0 0 0 0 0 0 0");
    assert_eq!(read[21], "2 0 0 0 0 0 2");
    assert_eq!(disputes("~000000000000000"), ["0"; 15].join(" "));
}

#[test]
fn glued_figures_without_an_identity_stay_ambiguous() {
    let sheet = Sheet::new(Form::plain(3, &[])).kept("~321557");
    assert_eq!(sheet.only(), "{32,3,321,3215} {15,1,5,21,55,155,215,2,2155} {57,7,557,1557}");
}

#[test]
fn sixteen_figures_for_fifteen_columns() {
    // 泽库县: one zero too many, nobody knows where.
    let zeros = ["0*"; 10].join(" ");
    let read = disputes("0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 1");
    assert_eq!(read, format!("{zeros} {{1,0}} {{0,1}} 0* 0* 1*"));
}

#[test]
fn vanished_blanks() {
    let sheet = Sheet::new(Form::requests(Edition::E2019)).vanish("1 1");
    let read = sheet.only();
    assert_eq!(read, "{1,_} {_,1} {_,1} {_,1} {_,1} {_,1} 1");
}

#[test]
fn vanished_blanks_placed_by_column_sums() {
    let mut rows =
        Vec::from([(0, "2 _ _ _ _ 1 3"), (2, "1 1"), (3, "1 1"), (4, "1 1"), (21, "2 _ _ _ _ 1 3")]);
    let read = requests("_ _ _ _ _ _ _", &rows).read();
    assert_eq!(read[2], "{1,_} _ _ _ _ {_,1} 1");
    rows[4].1 = "3 _ _ _ _ _ 3";
    rows[0].1 = "3 _ _ _ _ _ 3";
    assert_eq!(requests("_ _ _ _ _ _ _", &rows).read()[2], "1 _ _ _ _ _ 1");
}

#[test]
fn a_figure_broken_in_two() {
    let whole = "3001 53 0 0 61 4 3119";
    let read = requests(ZEROS, &[(0, "30 01 53 0 0 61 4 3119"), (22, whole)]).read();
    assert_eq!(read[0], "3001* 53* 0* 0* 61* 4* 3119*");
    let read = requests(ZEROS, &[(0, "3, 001 53 0 0 61 4 3119"), (22, whole)]).read();
    assert_eq!(read[0], "3001* 53* 0* 0* 61* 4* 3119*");
    // Neither half betrays the break: the sum does.
    let read = requests(ZEROS, &[(0, "30 11 53 0 0 61 4 3129"), (22, "3011 53 0 0 61 4 3129")]).read();
    assert_eq!(read[0], "3011* 53* 0* 0* 61* 4* 3129*");
    let read = requests(ZEROS, &[(0, "30 01 53 0 0 61 4 3119"), (22, whole)]).read();
    assert_eq!(read[0], "3001* 53* 0* 0* 61* 4* 3119*");
}

#[test]
fn two_cells_that_lost_their_separator() {
    let read = requests(ZEROS, &[(0, "3001 530 0 61 4 3119"), (22, "3001 53 0 0 61 4 3119")]).read();
    assert_eq!(read[0], "3001* 53* 0* 0* 61* 4* 3119*");
}

#[test]
fn a_page_number_among_the_figures() {
    let read = requests(ZEROS, &[(0, "12 3 0 0 4 0 0 15"), (22, "12 3 0 0 0 0 15")]).read();
    assert_eq!(read[0], "12* 3* 0* {0,4} {40,0,4} 0* 15*");
}

#[test]
fn a_subtotal_column_in_every_row() {
    let mut sheet = Sheet::new(Form::requests(Edition::E2019));
    for row in 0..23 {
        let figures = if matches!(row, 0 | 2 | 21) { "3 1 0 0 2 0 3 6" } else { "0 0 0 0 0 0 0 0" };
        sheet.push(Blanks::Kept, figures);
    }
    assert_eq!(sheet.read()[2], "3* 1* 0* 0* 2* 0* 6*");
    assert_eq!(resolve(&sheet.problem()).repairs.len(), 23);
}

#[test]
fn span_residue_at_the_ends_of_a_row() {
    let read = requests(ZEROS, &[(0, "_ 0 0 0 231 0 656 887 _"), (1, "_ _ 1 0 0 0 0 0 1")]).read();
    assert_eq!(read[0], "0! 0! 0! 231! 0! 656! 887!");
    assert_eq!(read[1], "1! 0! 0! 0! 0! 0! 1!");
}

#[test]
fn span_residue_beside_blank_cells() {
    // Four cells for three columns, blanks at both ends: nobody knows which one is residue.
    let sheet = Sheet::new(Form::plain(3, &[])).kept("_ 5 6 _");
    assert_eq!(sheet.only(), "{_,5} {5,6} {_,6}");
}

#[test]
fn a_sign_tells_the_column() {
    let sheet = Sheet::new(Form::plain(3, &[1])).kept("-106 _");
    assert_eq!(sheet.only(), "_ -106 _");
    let sheet = Sheet::new(Form::plain(3, &[1])).kept("82 +276");
    assert_eq!(sheet.only(), "82 276 _");
    let sheet = Sheet::new(Form::plain(3, &[1])).kept("~159-5961");
    assert_eq!(sheet.only(), "159 {-59,-596,-5} {61,1,961}");
}

#[test]
fn thousands_and_wide_digits_in_a_run() {
    let sheet = Sheet::new(Form::plain(3, &[])).kept("~13,00112");
    assert_eq!(sheet.only(), "{1,13001} {3001,1} {12,2}");
    let sheet = Sheet::new(Form::requests(Edition::E2019)).kept("~３０００００3");
    assert_eq!(sheet.only(), "3 0 0 0 0 0 3");
}

#[test]
fn a_figure_that_is_none_takes_no_neighbour_with_it() {
    let read = requests(ZEROS, &[(0, "01 0 0 0 0 0 1")]).read();
    assert_eq!(read[0], "? 0 0 0 0 0 1");
}

#[test]
fn a_lost_row_leaves_the_others() {
    let mut sheet = requests(GLUED, &[(0, "~2000002"), (2, "~2000002"), (21, "~2000002")]);
    sheet.rows[21] = None;
    let read = sheet.read();
    assert_eq!(read[0], "2 0 0 0 0 0 2");
    assert_eq!(read[21], ". . . . . . .");
}

#[test]
fn rows_of_marks() {
    let read = requests(ZEROS, &[(4, "/ / / / / / /"), (5, "/ / /")]).read();
    assert_eq!(read[4], "/ / / / / / /");
    assert_eq!(read[6], "0! 0! 0! 0! 0! 0! 0!");
}

#[test]
fn one_blank_row() {
    let read =
        requests(ZEROS, &[(0, "2 0 0 0 0 0 2"), (2, "2 0 0 0 0 0 2"), (5, ""), (21, "2 0 0 0 0 0 2")]).read();
    assert_eq!(read[5], "_ _ _ _ _ _ _");
    assert_eq!(read[6], "0! 0! 0! 0! 0! 0! 0!");
}

#[test]
fn a_note_with_a_year_inside_a_row() {
    let rows = [(0, "12 3 ? 2020 ? 0 0 4 0 19"), (22, "12 3 0 0 4 0 19")];
    let read = requests(ZEROS, &rows).read();
    assert_eq!(read[0], "12* 3* 0* 0* 4* 0* 19*");
    let read = requests(ZEROS, &[(0, "12 3 ? 0 0 4 0 19"), rows[1]]).read();
    assert_eq!(read[0], "12* 3* 0* 0* 4* 0* 19*");
}

#[test]
fn an_enumerator_before_the_figures() {
    let read = requests(ZEROS, &[(0, "1 12 3 0 0 4 0 19"), (22, "12 3 0 0 4 0 19")]).read();
    assert_eq!(read[0], "{112,12,1} 3* 0* 0* 4* 0* 19*");
}

#[test]
fn a_misprint_leaves_what_the_text_fixes() {
    // The total of the first row is wrong: the glued zeros and the separated rows stay as they are.
    let rows = [(0, "~120000013"), (2, "~9000009"), (3, "~3000003"), (21, "~120000012")];
    let read = requests(GLUED, &rows).read();
    assert_eq!(read[1], "0 0 0 0 0 0 0");
    assert_eq!(read[2], "9 0 0 0 0 0 9");
    assert_eq!(read[3], "3 0 0 0 0 0 3");
    assert_eq!(read[21], "12 0 0 0 0 0 12");
    assert_eq!(read[0], "12 0 0 0 0 0 13");
}

#[test]
fn glued_cells_have_their_digits_and_doubtful_ones_the_run() {
    let sheet = Sheet::new(Form::plain(3, &[])).kept("~321557");
    let problem = sheet.problem();
    let resolution = resolve(&problem);
    let Given::Ambiguous { span, .. } = resolution.given(&problem, 0, 1) else { panic!() };
    assert_eq!(span.unwrap().slice(&sheet.text), Some("321557"));
    let sheet = requests(GLUED, &[(0, "~120000012"), (22, "~120000012")]);
    let problem = sheet.problem();
    let Given::Figure { span, .. } = resolve(&problem).given(&problem, 0, 6) else { panic!() };
    assert_eq!((span.slice(&sheet.text), span.start), (Some("12"), 7));
    let sheet = requests(ZEROS, &[(0, "30 01 0 0 0 0 0 3001"), (22, "3001 0 0 0 0 0 3001")]);
    let problem = sheet.problem();
    let resolution = resolve(&problem);
    let Given::Figure { span, .. } = resolution.given(&problem, 0, 0) else { panic!() };
    assert_eq!(span.slice(&sheet.text), Some("30 01"));
    assert_eq!(resolution.repairs, [Repair { row: 0, kind: RepairKind::Joined, span: Some(span) }]);
}

#[test]
fn totals_that_the_publisher_left_blank() {
    let rows = [(0, "3 0 0 0 0 0 _"), (2, "2 0 0 0 0 0"), (3, "1 0 0 0 0 0"), (21, "3 0 0 0 0 0 _")];
    let read = requests("0 0 0 0 0 0 _", &rows).read();
    assert_eq!(read[2], "2 0 0 0 0 0 _");
    assert_eq!(read[3], "1 0 0 0 0 0 _");
}

/// A row whose digits fill the columns one by one, against its sum; with blanks that vanished it comes out.
#[test]
fn a_row_of_one_digit_each_that_contradicts_itself() {
    let read = Sheet::new(Form::requests(Edition::E2019)).kept("~1000010").only();
    assert_eq!(read, "{1,10,_} {0,_,10} {0,_,10} {0,_} {0,_} {1,0,_} {0,10}");
    // No vanished blank explains this one: it is a misprint, and the text says where each figure stands.
    let read = Sheet::new(Form::requests(Edition::E2019)).kept("~1000003").only();
    assert_eq!(read, "1 0 0 0 0 0 3");
}

/// Five and two are seven, if a separator was lost; or the total is misprinted and five blanks vanished.
#[test]
fn two_figures_run_together_or_a_misprint_where_blanks_vanish() {
    let read = Sheet::new(Form::requests(Edition::E2019)).vanish("5 27").only();
    assert!(read.ends_with(" {27,_,7}"), "{read}");
    // Where blanks are kept, five cells do not vanish.
    let read = Sheet::new(Form::requests(Edition::E2019)).kept("5 0 0 0 0 27").only();
    assert!(read.ends_with(" 7*"), "{read}");
}

#[test]
fn what_a_misprint_weighs() {
    let weight =
        |values: [i64; 5]| rivals::misprinted(&values.map(|value| slot::Slot { value, ..slot::Slot::NONE }));
    // A miscounted total, or one without its last digit, beside figures of three digits.
    assert_eq!(weight([12, 0, 0, 3, 17]), Some(4));
    assert_eq!(weight([12, 0, 0, 3, 1]), Some(4));
    // The part that was meant counts, not the one printed: 124 for 1244, 30 for 3.
    assert_eq!(weight([124, 0, 0, 3, 1247]), Some(6));
    assert_eq!(weight([12, 0, 0, 30, 15]), Some(4));
    // Any other misprint takes what it prints.
    assert_eq!(weight([12, 0, 0, 3, 99]), Some(6));
    assert_eq!(weight([0, 0, 0, 700, 12]), Some(6));
    assert_eq!(weight([12, 0, 0, 3, 15]), None);
}

/// `1 87 0 0 88` keeps its sum; `187 0 0 8 8` with a figure too many, `18 7 0 0 88` with 7 for 70 weigh little more.
#[test]
fn a_misprint_competes_with_a_reading_that_keeps_its_sum() {
    let read = Sheet::new(Form::table(5, &[])).kept("~1870088").only();
    assert_eq!(read, "{1,18,187} {7,87,0} 0 {0,8} {88,8}");
    // Here any other reading needs a misprint of two digits or more, and as many figures beside it.
    let read = Sheet::new(Form::table(5, &[])).kept("~2531029").only();
    assert_eq!(read, "25 3 1 0 29");
}

/// A placed row that contradicts itself holds a misprint: no column in which it stands refutes a reading.
#[test]
fn a_row_that_contradicts_itself_decides_nothing() {
    // 5 50 or 55 in glued rows; the row 3 5 says 5 more in the second column, against its own total.
    let rows = [(0, "~550002057"), (2, "~1000001"), (5, "~3500003"), (12, "~0000202"), (21, "~550002057")];
    let mut sheet = requests(GLUED, &rows);
    sheet.rows[16] = None;
    let read = sheet.read();
    assert_eq!(read[5], "3 5 0 0 0 0 3");
    assert_eq!(read[0], "{55,5} {0,50} 0 0 2 0 57");
    assert_eq!(read[21], "{55,5} {0,50} 0 0 2 0 57");
}

/// Two rows that cannot be read by their own sums are more than one misprint; the others keep what their own say.
#[test]
fn rows_beside_two_misprints_are_read_alone() {
    let rows = [(0, "~120000013"), (2, "~120000012"), (22, "~230000024")];
    let read = requests(GLUED, &rows).read();
    assert_eq!(read[2], "12 0 0 0 0 0 12");
    assert_eq!(read[3], "0 0 0 0 0 0 0");
    assert!(read[0].contains("12,") && read[0].contains("13"), "{}", read[0]);
}

#[test]
fn hostile_runs_end_at_once() {
    for run in ["0", "1", "12", "９", "1,", "-", "10"] {
        let glued = format!("~{}", run.repeat((1 << 20) / run.len()));
        for form in [Form::requests(Edition::E2021), Form::disputes(), Form::plain(3, &[1])] {
            let sheet = Sheet::new(form).vanish(&glued);
            assert!(sheet.only().starts_with('?'), "{run}");
        }
    }
    let many = "1 ".repeat(10_000);
    assert!(Sheet::new(Form::disputes()).kept(&many).only().starts_with('?'));
    let blanks = "_ ".repeat(10_000);
    assert!(Sheet::new(Form::disputes()).kept(&blanks).only().starts_with('_'));
    for length in [40, 126] {
        for run in ["0", "1", "10", "1234567"] {
            let glued: String = run.chars().cycle().take(length).collect();
            let mut sheet = Sheet::new(Form::requests(Edition::E2021));
            for _ in 0..25 {
                sheet.push(Blanks::Vanish, &format!("~{glued}"));
            }
            resolve(&sheet.problem());
            resolve(&Sheet::new(Form::disputes()).vanish(&format!("~{glued}")).problem());
        }
    }
}

/// As many digits as cells, and none of the three sums comes out: blanks have vanished, and nobody knows where.
#[test]
fn rows_of_one_digit_each_that_no_misprint_explains() {
    let read = Sheet::new(Form::disputes()).kept("~999661074128204").only();
    assert!(read.split(' ').all(|cell| cell.starts_with('{')), "{read}");
    // 96 requests, and their total left blank: no reading of one figure a cell.
    let read = Sheet::new(Form::requests(Edition::E2019)).kept("~9600000").only();
    assert!(read.starts_with("{"), "{read}");
    // One figure that has a zero for its total is a misprint.
    let read = Sheet::new(Form::requests(Edition::E2019)).kept("~9000000").only();
    assert_eq!(read, "9 0 0 0 0 0 0");
}

/// A last digit too many and a zero left out behind it look like a figure and a zero. Where most zeros are printed only the
/// figure is doubted: each of the zeros behind it is far likelier one than the one left out.
#[test]
fn a_figure_that_may_have_a_digit_too_many() {
    let granted = |others: &str| {
        let mut sheet = Sheet::new(Form::requests(Edition::E2019));
        for at in 0..23 {
            sheet.push(Blanks::Vanish, if [0, 2, 21].contains(&at) { "~58000580116" } else { others });
        }
        sheet.read().swap_remove(2)
    };
    assert_eq!(granted(GLUED), "{58,580,5800,58000} 0 0 0 {58,580} 0 116");
    assert_eq!(granted("~00"), "{58,580,5800,58000} {0,_} {0,_} {0,_} {58,580} {0,_} 116");
}

/// The same with marks: read one by one the figures contradict two sums, which come out when a blank has vanished.
#[test]
fn marks_among_digits_that_fill_the_columns_against_their_sums() {
    let read = Sheet::new(Form::disputes()).kept("~00000370 / ~370000").only();
    assert!(read.split(' ').all(|cell| !["3", "7"].contains(&cell)), "{read}");
    assert!(read.contains("37"), "{read}");
}
