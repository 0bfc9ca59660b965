//! The same tables between other separators, as programs write rows of cells: each reads as between tabs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]

use gongkai::{Status, parse_report};

/// Rows of a county's tables with the cells of a true grid: a label spans those in front of its figures. `_` is blank.
const TABLES: [(&str, &[&str]); 3] = [
    (
        "二、主动公开政府信息情况",
        &[
            "第二十条第（一）项 _ _ _",
            "信息内容 本年制发件数 本年废止件数 现行有效件数",
            "规章 / / /",
            "行政规范性文件 12 _ 31",
            "第二十条第（五）项 _ _ _",
            "信息内容 本年处理决定数量 _ _",
            "行政许可 2405 _ _",
            "第二十条第（八）项 _ _ _",
            "信息内容 本年收费金额（单位：万元） _ _",
            "行政事业性收费 8.25 _ _",
        ],
    ),
    (
        "三、收到和处理政府信息公开申请情况",
        &[
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） _ _ 申请人情况 _ _ _ _ _ _",
            "_ _ _ 自然人 法人或其他组织 _ _ _ _ 总计",
            "_ _ _ _ 商业企业 科研机构 社会公益组织 法律服务机构 其他 _",
            "一、本年新收政府信息公开申请数量 _ _ 11 2 _ 0 3 _ 16",
            "二、上年结转政府信息公开申请数量 _ _ 1 _ _ 0 0 _ 1",
            "三、本年度办理结果 （一）予以公开 _ 7 1 _ 0 3 _ 11",
            "_ （二）部分公开（区分处理的，只计这一情形，不计其他情形） _ 2 _ _ 0 0 _ 2",
            "_ （三）不予公开 1.属于国家秘密 0 0 0 0 0 0 0",
            "_ _ 2.其他法律行政法规禁止公开 _ 1 _ _ _ _ 1",
            "_ （七）总计 _ 9 2 _ 0 3 _ 14",
            "四、结转下年度继续办理 _ _ 3 _ _ 0 0 _ 3",
        ],
    ),
    (
        "四、政府信息公开行政复议、行政诉讼情况",
        &[
            "行政复议 _ _ _ _ 行政诉讼 _ _ _ _ _ _ _ _ _",
            "结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 _ _ _ _ 复议后起诉 _ _ _ _",
            "_ _ _ _ _ 结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计",
            "2 1 _ 0 3 0 0 _ 1 1 / / / / /",
        ],
    ),
];

/// A report with the rows written by a program of which `row` knows the separators.
fn report(mut row: impl FnMut(&[&str]) -> String) -> String {
    let mut text =
        String::from("临溪县人民政府2023年政府信息公开工作年度报告\n一、总体情况\n全年工作平稳。\n");
    for (heading, rows) in TABLES {
        text += &format!("{heading}\n");
        for cells in rows {
            let cells: Vec<&str> = cells.split(' ').map(|cell| if cell == "_" { "" } else { cell }).collect();
            text += &format!("{}\n", row(&cells));
        }
    }
    text + "五、存在的主要问题及改进情况\n无。\n六、其他需要报告的事项\n无。\n"
}

/// Path, status and value of all that is printed.
fn facts(text: &str) -> Vec<(String, Status, Option<String>)> {
    let report = parse_report(text).unwrap_or_else(|error| panic!("{error}:\n{text}")).report;
    let facts = report.facts().filter(|fact| fact.status() != Status::Missing);
    facts
        .map(|fact| (fact.path().to_string(), fact.status(), fact.value().map(|value| value.to_string())))
        .collect()
}

fn reads_as_between_tabs(name: &str, row: impl FnMut(&[&str]) -> String) {
    let expected = facts(&report(|cells| cells.join("\t")));
    let read = facts(&report(row));
    for (read, expected) in read.iter().zip(&expected) {
        assert_eq!(read, expected, "{name}");
    }
    assert_eq!(read.len(), expected.len(), "{name}");
}

#[test]
fn the_table_between_tabs() {
    let facts = facts(&report(|cells| cells.join("\t")));
    let count = |status| facts.iter().filter(|fact| fact.1 == status).count();
    // As many figures, blanks and slashes as the rows above have in columns of figures.
    assert_eq!((count(Status::Value), count(Status::Blank), count(Status::NotApplicable)), (48, 23, 8));
    assert_eq!(facts.len(), 79);
    let total = facts.iter().find(|fact| fact.0 == "requests.received.total").unwrap();
    assert_eq!((total.1, total.2.as_deref()), (Status::Value, Some("16")));
}

#[test]
fn separators_twice() {
    for separator in ["\t\t", "||", " || "] {
        reads_as_between_tabs(separator, |cells| cells.join(separator));
    }
    reads_as_between_tabs("around", |cells| format!("|| {} ||", cells.join(" || ")));
}

/// As scripts write pages whose text they join with tabs or pipes, line ends between the tags included.
#[test]
fn separators_around_rows_and_cells() {
    for around in ["\t", "|"] {
        reads_as_between_tabs(around, |cells| format!("{around}{}{around}", cells.join(around)));
        for blank in [around.to_owned(), format!("{around}\u{A0}{around}")] {
            reads_as_between_tabs(&blank, |cells| {
                let cell = |cell: &&str| {
                    if cell.is_empty() { blank.clone() } else { format!("{around}{cell}{around}") }
                };
                cells.iter().map(cell).collect::<Vec<_>>().join("\n")
            });
        }
    }
}

#[test]
fn a_tab_behind_each_cell() {
    reads_as_between_tabs("behind", |cells| {
        cells.iter().map(|cell| format!("{cell}\t\n")).collect::<String>()
    });
}

/// Lines of nothing but tabs are no cells where cells have none.
#[test]
fn tabs_between_the_tags_of_a_page() {
    let tags = "\n  \t\n\t\n";
    let text = report(|cells| {
        let cells = cells.iter().filter(|cell| !cell.is_empty());
        cells.map(|cell| format!("{tags}     {cell}{tags}")).collect::<String>()
    });
    let plain = text.replace('\t', "");
    assert!(facts(&plain).len() > 60);
    assert_eq!(facts(&text), facts(&plain));
}

/// Every tag of a page replaced by a separator, line ends between them.
#[test]
fn separators_for_tags() {
    for tag in ["\t", "|"] {
        let pair = [tag, tag].concat();
        reads_as_between_tabs("rows", |cells| format!("{tag}\n{pair}{}{pair}", cells.join(&pair)));
    }
    reads_as_between_tabs("cells", |cells| {
        cells.iter().map(|cell| format!("    \t\t{cell}\t\t\n")).collect::<String>()
    });
    reads_as_between_tabs("pipes", |cells| {
        cells.iter().map(|cell| format!("     {cell}\n    |\n|\n")).collect::<String>()
    });
}

#[test]
fn quotes_around_cells() {
    for (quote, separator) in [("\"", "\t"), ("'", "\t"), ("\"", ","), ("**", " | "), ("`", " | ")] {
        let quoted = |cell: &&str| format!("{quote}{cell}{quote}");
        let name = [quote, separator].concat();
        reads_as_between_tabs(&name, |cells| cells.iter().map(quoted).collect::<Vec<_>>().join(separator));
    }
}

#[test]
fn rows_that_a_program_numbered() {
    for separator in ["\t", ",", " | "] {
        for begin in [0, 7, 98] {
            let mut number = begin;
            reads_as_between_tabs(separator, |cells| {
                number += 1;
                format!("{number}{separator}{}", cells.join(separator))
            });
        }
    }
}

/// A cell as a program prints it: blanks are `filler`.
fn or<'c>(cell: &'c str, filler: &'c str) -> &'c str {
    if cell.is_empty() { filler } else { cell }
}

#[test]
fn separators_that_no_page_has() {
    for separator in
        ["｜", " ｜ ", "│", " │ ", "┃", ";", "; ", "^", "~", "#", "@", "$", "\\", "\x07", "\x1F", " & "]
    {
        reads_as_between_tabs(separator, |cells| cells.join(separator));
    }
    for stroke in ["｜", "│"] {
        reads_as_between_tabs(stroke, |cells| format!("{stroke}{}{stroke}", cells.join(stroke)));
    }
}

#[test]
fn rows_of_latex() {
    for end in [r" \\", r" \\ \hline", r"\\", r" \\ \midrule", r" \\ \bottomrule"] {
        reads_as_between_tabs(end, |cells| cells.join(" & ") + end);
    }
    let escaped = |cell: &&str| cell.replace("结果", r"\_结果");
    reads_as_between_tabs("_", |cells| cells.iter().map(escaped).collect::<Vec<_>>().join(" & "));
}

#[test]
fn lists_of_strings() {
    let quoted = |cell: &&str| format!("\"{cell}\"");
    let list = |cells: &[&str]| cells.iter().map(quoted).collect::<Vec<_>>().join(", ");
    reads_as_between_tabs("list", |cells| format!("[{}]", list(cells)));
    reads_as_between_tabs("tuple", |cells| format!("({})", list(cells).replace('"', "'")));
    for filler in ["null", "None"] {
        let quoted = |cell: &&str| if cell.is_empty() { filler.to_owned() } else { format!("'{cell}'") };
        reads_as_between_tabs(filler, |cells| {
            format!("[{}]", cells.iter().map(quoted).collect::<Vec<_>>().join(","))
        });
    }
    // Digits of an escape are no figure.
    reads_as_between_tabs("escapes", |cells| {
        let cells: Vec<&str> = cells.iter().map(|cell| or(cell, r"\u3000\xa0")).collect();
        format!("[{}]", list(&cells))
    });
}

/// A table on one line, as a list of its rows; such a line may be long.
#[test]
fn a_list_of_lists() {
    for indent in [1, 20] {
        let comma = format!(",{}", " ".repeat(indent));
        let rows = report(|cells| {
            let cells = cells.iter().map(|cell| format!("\"{cell}\""));
            format!("[{}],", cells.collect::<Vec<_>>().join(&comma))
        });
        let text = rows.replace("],\n[", "], [").replace("],\n", "]]\n").replace("\n[", "\n[[");
        assert_eq!(text.lines().filter(|line| line.starts_with("[[")).count(), 3);
        assert_eq!(facts(&text), facts(&report(|cells| cells.join("\t"))));
    }
}

#[test]
fn escaped_line_ends_and_tabs() {
    let text = report(|cells| cells.join("\t"));
    let escaped = text.replace('\n', r"\n").replace('\t', r"\t");
    assert_eq!(facts(&escaped), facts(&text));
    assert_eq!(facts(&text.replace('\t', r"\t")), facts(&text));
}

/// Each cell on a line of its own behind a pipe, a rule before each row.
#[test]
fn tables_of_wikis() {
    reads_as_between_tabs("wiki", |cells| {
        let cells = cells.iter().map(|cell| format!("| {cell}").trim_end().to_owned());
        format!("|-\n{}", cells.collect::<Vec<_>>().join("\n"))
    });
}

/// Spaces of HTML that were left as they are written there: the columns are parted by white space.
#[test]
fn spaces_of_html() {
    let filled = |cell: &str| if cell.is_empty() { "0" } else { cell }.to_owned();
    let text = |space: &str| {
        report(|cells| cells.iter().map(|cell| filled(cell)).collect::<Vec<_>>().join(&space.repeat(4)))
    };
    assert!(facts(&text(" ")).len() > 70);
    for space in ["&nbsp;", "&#160;"] {
        assert_eq!(facts(&text(space)), facts(&text(" ")), "{space}");
    }
}

/// Every place is one in the text that was given.
#[test]
fn places_stay() {
    let text = report(|cells| cells.join("｜"));
    let report = parse_report(&text).unwrap().report;
    let total = report.facts().find(|fact| fact.path().to_string() == "requests.received.total").unwrap();
    assert_eq!(total.span().unwrap().slice(&text), Some("16"));
    assert_eq!(report.title.unwrap().span.slice(&text), text.lines().next());
}

/// As programs write a document: each string named. Its order is its own, and nothing in it is a blank cell for certain.
#[test]
fn a_tree_of_named_strings_is_no_list() {
    let cell =
        |cell: &&str| format!(r#"[["",[],[]],1,1,[{{"t":"Plain","c":[{{"t":"Str","c":"{cell}"}}]}}]]"#);
    let text = report(|cells| format!("[{}],", cells.iter().map(cell).collect::<Vec<_>>().join(",")))
        .replace('\n', "");
    let certain = |status| matches!(status, Status::Value | Status::Blank | Status::NotApplicable);
    let parsed = parse_report(&text);
    let known =
        parsed.map_or(0, |parsed| parsed.report.facts().filter(|fact| certain(fact.status())).count());
    assert_eq!(known, 0);
}

#[test]
fn a_stroke_may_be_escaped_in_a_list() {
    reads_as_between_tabs(r"\/", |cells| {
        let quoted = cells.iter().map(|cell| format!("\"{}\"", cell.replace('/', r"\/")));
        format!("[{}],", quoted.collect::<Vec<_>>().join(","))
    });
}
