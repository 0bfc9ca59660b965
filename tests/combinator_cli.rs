//! `cargo run --example combinator`: a grammar of one's own around the parsers of tables.
#![cfg(all(feature = "std", feature = "serde"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]

mod cli;

const COMPILATION: &str = include_str!("../examples/sample-compilation.txt");

#[test]
fn a_line_for_each_body() {
    let output = cli::run("combinator", &["examples/sample-compilation.txt"]);
    assert!(output.status.success());
    assert_eq!(
        cli::lines(&output),
        [
            "file,body,received,granted,carried_forward,reconsiderations",
            "examples/sample-compilation.txt,云澜县水利局,7,6,1,1",
            "examples/sample-compilation.txt,云澜县教育局,3,3,0,",
        ]
    );
}

/// The grammar of the frame knows nothing of how a table is laid out, nor does it make figures certain.
#[test]
fn other_layouts_and_uncertain_figures() {
    let glued = COMPILATION
        .replace("申请数量\t6\t1\t0\t0\t0\t0\t7", "申请数量 | 6 | 1 | 0 | 0 | 0 | 0 | 若干")
        .replace('\t', " | ");
    let output = cli::run_on("combinator", &["-"], glued.as_bytes());
    let lines = cli::lines(&output);
    assert_eq!(lines[1..], ["-,云澜县水利局,unreadable,6,1,1", "-,云澜县教育局,3,3,0,"]);
}

#[test]
fn what_is_no_compilation() {
    let broken = cli::file("combinator-broken.txt", COMPILATION.replace("】\n", "】\n略。\n").as_bytes());
    let output = cli::run("combinator", &[&broken, "no/such/file.txt", "examples/sample-compilation.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(cli::lines(&output).len(), 3, "the other file is still read");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("no table of requests behind a line 【name】 at line 4"), "{said}");
    assert!(said.contains("no/such/file.txt: "), "{said}");
}

#[test]
fn help_and_wrong_arguments() {
    let help = cli::run("combinator", &["--help"]);
    assert!(help.status.success());
    assert!(cli::text(&help).contains("Usage: combinator FILE..."));
    let wrong = cli::run("combinator", &[]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8(wrong.stderr).unwrap().starts_with("error: no file given"));
}
