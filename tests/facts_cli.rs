//! What `cargo run --example facts` prints: a contract that other programs read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test"
)]
#![cfg(all(feature = "std", feature = "serde"))]

mod cli;

use std::process::Output;

use cli::{DAMAGED, SAMPLE, lines};

fn facts(arguments: &[&str]) -> Output {
    cli::run("facts", arguments)
}

fn facts_of_stdin(arguments: &[&str], input: &[u8]) -> Output {
    cli::run_on("facts", arguments, input)
}

fn file(name: &str, bytes: &[u8]) -> String {
    cli::file(&format!("facts-{name}"), bytes)
}

/// The one place where `part` stands in the sample.
fn place(part: &str) -> usize {
    let mut found = SAMPLE.match_indices(part);
    let (at, _) = found.next().unwrap();
    assert!(found.next().is_none(), "{part} stands twice in the sample");
    at
}

#[test]
fn the_sample_as_json_lines() {
    let output = facts(&["examples/sample-report.txt"]);
    assert!(output.status.success());
    assert!(output.stderr.is_empty());
    let lines = lines(&output);
    assert_eq!(lines.len(), 200);
    let slash = place("规章\t/") + "规章\t".len();
    assert_eq!(
        lines[0],
        format!(
            r#"{{"file":"examples/sample-report.txt","path":"proactive.regulations.issued","status":"not_applicable","value":null,"certainty":null,"candidates":[],"raw":"/","start":{slash},"end":{}}}"#,
            slash + 1
        )
    );
    let licences = place("1,873");
    assert_eq!(
        lines[6],
        format!(
            r#"{{"file":"examples/sample-report.txt","path":"proactive.administrative_licensing.decisions","status":"value","value":"1873","certainty":"exact","candidates":[],"raw":"1,873","start":{licences},"end":{}}}"#,
            licences + 5
        )
    );
    let fees = place("286.45");
    assert_eq!(
        lines[9],
        format!(
            r#"{{"file":"examples/sample-report.txt","path":"proactive.administrative_fees.amount","status":"value","value":"2864500","certainty":"exact","candidates":[],"raw":"286.45","start":{fees},"end":{}}}"#,
            fees + 6
        )
    );
}

/// The line of JSON that the README shows is one that the command prints.
#[test]
fn the_readme_shows_what_is_printed() {
    let readme = include_str!("../README.md");
    let shown = readme.lines().find(|line| line.starts_with(r#"{"file""#)).unwrap();
    let output = facts(&["examples/sample-report.txt"]);
    assert!(lines(&output).contains(&shown), "{shown}");
}

/// The program that the README shows prints what it says.
#[test]
fn the_readme_shows_what_its_program_prints() {
    let report = gongkai::parse_report(SAMPLE).unwrap().report;
    let received = report.requests.get(gongkai::Row::Received, gongkai::Column::Total).unwrap();
    let mut printed = format!("{:?}: {:?} requests\n", report.year, received.count());
    for fact in report.facts().filter(|fact| fact.status() != gongkai::Status::Value) {
        printed += &format!("{}: {:?}\n", fact.path(), fact.status());
    }
    let readme = include_str!("../README.md");
    assert!(readme.contains(&format!("```text\n{printed}```")), "{printed}");
}

#[test]
fn every_figure_of_the_sample() {
    let output = facts(&["examples/sample-report.txt"]);
    let mut values: Vec<(String, Vec<String>)> = Vec::new();
    for line in lines(&output) {
        let fact: serde_json::Value = serde_json::from_str(line).unwrap();
        let (row, _) = fact["path"].as_str().unwrap().rsplit_once('.').unwrap();
        let shown = match fact["status"].as_str().unwrap() {
            "value" => {
                assert_eq!(fact["certainty"], "exact", "{line}");
                fact["value"].as_str().unwrap()
            }
            "not_applicable" => "/",
            other => panic!("{other}: {line}"),
        };
        match values.last_mut() {
            Some((last, cells)) if last == row => cells.push(shown.to_owned()),
            _ => values.push((row.to_owned(), vec![shown.to_owned()])),
        }
    }
    let rows: Vec<String> =
        values.into_iter().map(|(row, cells)| format!("{row} {}", cells.join(" "))).collect();
    assert_eq!(
        rows,
        [
            "proactive.regulations / / /",
            "proactive.normative_documents 6 2 41",
            "proactive.administrative_licensing 1873",
            "proactive.administrative_penalty 412",
            "proactive.administrative_compulsion 37",
            "proactive.administrative_fees 2864500",
            "requests.received 39 5 0 0 1 1 46",
            "requests.carried_over 3 0 0 0 0 0 3",
            "requests.granted 18 2 0 0 0 0 20",
            "requests.partially_granted 4 1 0 0 0 0 5",
            "requests.denied.state_secret 0 0 0 0 0 0 0",
            "requests.denied.prohibited_by_law 0 0 0 0 0 0 0",
            "requests.denied.safety_and_stability 0 0 0 0 0 0 0",
            "requests.denied.third_party_rights 1 0 0 0 0 0 1",
            "requests.denied.internal_affairs 1 0 0 0 0 0 1",
            "requests.denied.process_information 2 0 0 0 0 0 2",
            "requests.denied.enforcement_files 0 0 0 0 0 0 0",
            "requests.denied.administrative_inquiry 0 1 0 0 0 0 1",
            "requests.unavailable.not_held 7 2 0 0 1 0 9",
            "requests.unavailable.needs_creation 2 0 0 0 0 0 2",
            "requests.unavailable.still_unclear 1 0 0 0 0 0 1",
            "requests.not_processed.petition 3 0 0 0 0 1 4",
            "requests.not_processed.repeated 1 0 0 0 0 0 1",
            "requests.not_processed.publication 0 0 0 0 0 0 0",
            "requests.not_processed.excessive 0 0 0 0 0 0 0",
            "requests.not_processed.reconfirmation 0 0 0 0 0 0 0",
            "requests.other.overdue_correction 1 0 0 0 0 0 1",
            "requests.other.overdue_fee 0 0 0 0 0 0 0",
            "requests.other.miscellaneous 0 0 0 0 0 0 0",
            "requests.total 41 5 0 0 1 1 48",
            "requests.carried_forward 1 0 0 0 0 0 1",
            "disputes.reconsideration 1 0 0 1 2",
            "disputes.litigation_direct 0 0 0 0 0",
            "disputes.litigation_after_reconsideration 1 0 0 0 1",
        ]
    );
}

#[test]
fn what_stands_around_the_tables() {
    let output = facts(&["--meta", "examples/sample-report.txt"]);
    let lines = lines(&output);
    assert_eq!(lines.len(), 201);
    assert_eq!(
        lines[0],
        concat!(
            r#"{"file":"examples/sample-report.txt","title":"云澜县人民政府2023年政府信息公开工作年度报告","#,
            r#""agency":"云澜县人民政府","year":2023,"period":{"start":"2023-01-01","end":"2023-12-31"},"#,
            r#""signature":{"agency":"云澜县人民政府办公室","date":"2024-01-19"},"#,
            r#""tables":{"proactive":{"edition":2021,"layout":"tab_rows"},"#,
            r#""requests":{"edition":2021,"layout":"tab_rows"},"disputes":{"edition":2021,"layout":"tab_rows"}}}"#
        )
    );
}

#[test]
fn standard_input_gives_the_same() {
    let from_file = facts(&["examples/sample-report.txt"]);
    let from_stdin = facts_of_stdin(&["-"], SAMPLE.as_bytes());
    assert!(from_stdin.status.success());
    let renamed: Vec<String> =
        lines(&from_file).iter().map(|line| line.replace("examples/sample-report.txt", "-")).collect();
    assert_eq!(lines(&from_stdin), renamed);
}

/// The same figures, with offsets into the text decoded as UTF-8.
#[test]
fn gbk_and_gb18030_are_decoded_and_named() {
    let plain = facts(&["examples/sample-report.txt"]);
    let (gbk, _, unmappable) = encoding_rs::GBK.encode(SAMPLE);
    assert!(!unmappable);
    // 㳇 is not in GBK; GB18030 writes it in four bytes.
    let beyond = format!("{SAMPLE}\n㳇河\n");
    let (gb18030, _, _) = encoding_rs::GB18030.encode(&beyond);
    for (name, bytes) in [("GBK", gbk), ("gb18030", gb18030)] {
        let file = file(name, &bytes);
        let output = facts(&[&file]);
        assert!(output.status.success());
        let expected: Vec<String> = lines(&plain)
            .iter()
            .map(|line| line.replace("examples/sample-report.txt", &file))
            .map(|line| format!(r#"{},"encoding":"{name}"}}"#, line.strip_suffix('}').unwrap()))
            .collect();
        assert_eq!(lines(&output), expected);
    }
}

#[test]
fn a_byte_order_mark_counts_in_the_offsets() {
    let file = file("bom.txt", format!("\u{feff}{SAMPLE}").as_bytes());
    let output = facts(&[&file]);
    let licences = place("1,873") + 3;
    let fact: serde_json::Value = serde_json::from_str(lines(&output)[6]).unwrap();
    assert_eq!((&fact["raw"], &fact["start"]), (&"1,873".into(), &licences.into()));
    assert_eq!(fact.get("encoding"), None);
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_read() {
    let empty = file("empty.txt", b" \n");
    let news = file("news.txt", "昨日，本市举行植树活动，市民踊跃参加。\n".as_bytes());
    let binary = file("binary", b"\xff\xff\xff\xff\x81\xff\xff\xff");
    let pdf = file("report.pdf", b"%PDF-1.7\n");
    let absent = "no/such/file.txt";
    let output = facts(&[&empty, absent, &news, &binary, &pdf, "examples/sample-report.txt"]);
    assert_eq!(output.status.code(), Some(2));
    let lines = lines(&output);
    assert_eq!(lines.len(), 205);
    assert_eq!(lines[0], format!(r#"{{"file":"{empty}","error":"empty","message":"the text is empty"}}"#));
    assert!(lines[1].starts_with(r#"{"file":"no/such/file.txt","error":"io","message":""#), "{}", lines[1]);
    assert_eq!(
        lines[2],
        format!(
            r#"{{"file":"{news}","error":"not_a_report","message":"no table of the form was found, nor a title with at least three of the six headings"}}"#
        )
    );
    assert!(lines[3].starts_with(&format!(r#"{{"file":"{binary}","error":"encoding","message":""#)));
    assert_eq!(
        lines[4],
        format!(
            r#"{{"file":"{pdf}","error":"encoding","message":"this is a PDF document, not text: extract its text first"}}"#
        )
    );
    assert!(lines[5].contains("proactive.regulations.issued"));
}

#[test]
fn csv_joins_candidates() {
    let file = file("damaged.txt", DAMAGED.as_bytes());
    let output = facts(&["--format", "csv", &file]);
    assert!(output.status.success());
    let lines = lines(&output);
    assert_eq!(lines.len(), 199);
    assert_eq!(lines[0], "file,path,status,value,certainty,candidates,raw,start,end,encoding");
    let run = DAMAGED.find("1234").unwrap();
    let mut fields = lines[4].split(',');
    assert_eq!(fields.next(), Some(file.as_str()));
    assert_eq!(fields.next(), Some("proactive.normative_documents.made"));
    assert_eq!(fields.next(), Some("ambiguous"));
    assert_eq!((fields.next(), fields.next()), (Some(""), Some("")));
    let mut candidates: Vec<_> = fields.next().unwrap().split(';').collect();
    candidates.sort_unstable();
    assert_eq!(candidates, ["1", "12"]);
    assert_eq!(fields.next(), Some("1234"));
    assert_eq!(fields.next(), Some(run.to_string().as_str()));
    assert_eq!(fields.next(), Some((run + 4).to_string().as_str()));
    assert_eq!((fields.next(), fields.next()), (Some(""), None));
    assert!(
        lines[1].ends_with(&format!(
            ",proactive.regulations.made,value,0,resolved,,0,{0},{1},",
            { DAMAGED.find("规章").unwrap() + 6 },
            DAMAGED.find("规章").unwrap() + 7
        )),
        "{}",
        lines[1]
    );
}

#[test]
fn additional_rows_behind_the_facts() {
    let text = SAMPLE.replace("第二十条第（五）项\n", "其他主动公开文件\t7\t0\t12\n第二十条第（五）项\n");
    assert_ne!(text, SAMPLE);
    let output = facts_of_stdin(&["--additional", "-"], text.as_bytes());
    let lines = lines(&output);
    assert_eq!(lines.len(), 201);
    let start = text.find("其他主动公开文件").unwrap();
    let figures = start + "其他主动公开文件\t".len();
    let cell = |value: &str, at: usize| {
        format!(
            r#"{{"status":"value","value":"{value}","certainty":"exact","candidates":[],"raw":"{value}","start":{at},"end":{}}}"#,
            at + value.len()
        )
    };
    assert_eq!(
        lines[200],
        format!(
            r#"{{"file":"-","table":"proactive","label":"其他主动公开文件","start":{start},"end":{},"cells":[{},{},{}]}}"#,
            figures + 6,
            cell("7", figures),
            cell("0", figures + 2),
            cell("12", figures + 4),
        )
    );
}

#[test]
fn wide_is_one_line_a_report() {
    let damaged = file("wide.txt", DAMAGED.as_bytes());
    let output = facts(&["--wide", "examples/sample-report.txt", &damaged, "no/such/file.txt"]);
    assert_eq!(output.status.code(), Some(2));
    let mut table = csv::Reader::from_reader(output.stdout.as_slice());
    let columns: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = table.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.len(), 3);
    let get = |row: usize, column: &str| {
        let column = columns.iter().position(|name| name == column).unwrap_or_else(|| panic!("no {column}"));
        rows[row][column].to_owned()
    };
    // Both editions have three decision counts, 22 of the rows of requests, and the disputes.
    let both = 3 + 22 * 7 + 15;
    assert_eq!(columns.len(), 12 + 198 + 200 - both, "{columns:?}");

    assert_eq!(get(0, "file"), "examples/sample-report.txt");
    assert_eq!(get(0, "agency"), "云澜县人民政府");
    assert_eq!((get(0, "year"), get(0, "editions")), ("2023".into(), "2021".into()));
    assert_eq!(get(0, "requests.received.total"), "46");
    assert_eq!(get(0, "proactive.regulations.issued"), "");
    assert_eq!(get(0, "proactive.regulations.made"), "");
    assert_eq!(get(0, "not_applicable"), "proactive.regulations.*");
    assert_eq!((get(0, "uncertain"), get(0, "missing"), get(0, "error")), Default::default());

    assert_eq!(get(1, "editions"), "2019");
    assert_eq!(get(1, "proactive.normative_documents.made"), "");
    assert!(get(1, "uncertain").contains("proactive.normative_documents.made=1"));
    assert!(get(1, "resolved").contains("proactive.regulations.*"));
    assert_eq!(get(1, "missing"), "requests.* disputes.*");

    assert_eq!(get(2, "file"), "no/such/file.txt");
    assert!(get(2, "error").starts_with("io: "));
}

/// As in `facts … | head -1`.
#[test]
fn a_reader_that_leaves_is_no_error() {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;
    for format in [&["--meta"][..], &["--format", "csv"], &["--wide"]] {
        let mut command = cli::example("facts");
        command.args(format).args(std::iter::repeat_n("examples/sample-report.txt", 60));
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = String::new();
        BufReader::with_capacity(64, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{format:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{format:?}");
    }
}

#[test]
fn help_and_wrong_arguments() {
    let help = facts(&["--help"]);
    assert!(help.status.success());
    let text = String::from_utf8(help.stdout).unwrap();
    for option in ["--format", "--wide", "--meta", "--additional"] {
        assert!(text.contains(option), "{text}");
    }
    for (arguments, message) in [
        (&[][..], "error: no file given\nTry --help.\n"),
        (&["--format", "xml", "a"], "error: unknown format 'xml': jsonl or csv\nTry --help.\n"),
        (&["--colour"], "error: invalid option '--colour'\nTry --help.\n"),
    ] {
        let output = facts(arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
        assert_eq!(String::from_utf8(output.stderr).unwrap(), message);
    }
}
