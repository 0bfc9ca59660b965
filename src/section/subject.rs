//! Which section a heading's words speak of.

use super::bare::ends_bare;
use super::letters::{Letters, Word, word};
use crate::report::SectionKind;

/// Words by which a heading is known: one of each list, none of the last.
struct Words {
    kind: SectionKind,
    all: &'static [&'static [Word]],
    none: &'static [Word],
}

const WORDS: &[Words] = &[
    Words {
        kind: SectionKind::Disputes,
        all: &[&[word("复议"), word("復議"), word("複議"), word("诉讼"), word("訴訟")]],
        none: &[word("问题"), word("問題")],
    },
    Words {
        kind: SectionKind::Problems,
        all: &[
            &[word("问题"), word("問題"), word("不足"), word("困难")],
            &[word("存在"), word("主要"), word("改进"), word("改進"), word("措施"), word("下一步")],
        ],
        none: &[],
    },
    Words {
        kind: SectionKind::Other,
        all: &[
            &[word("其他"), word("其它")],
            &[word("报告"), word("報告"), word("说明"), word("說明")],
            &[word("事项"), word("事項")],
        ],
        none: &[],
    },
    Words {
        kind: SectionKind::Requests,
        all: &[
            &[word("申请"), word("申請")],
            &[word("收到"), word("处理"), word("處理"), word("依申"), word("办理"), word("辦理")],
        ],
        // 三、本年度办理结果 is a group of the table, whose first row may stand behind it.
        none: &[word("复议"), word("主动"), word("办理结果"), word("辦理結果")],
    },
    Words {
        kind: SectionKind::Proactive,
        all: &[&[word("主动公开"), word("主動公開")]],
        none: &[word("申请"), word("申請")],
    },
    Words {
        kind: SectionKind::Overview,
        all: &[&[
            word("总体情况"),
            word("總體情況"),
            word("总体工作情况"),
            word("总体概况"),
            word("总体状况"),
            word("工作情况总述"),
        ]],
        none: &[],
    },
];

/// The section of which the words of a heading speak. Without a number only whole headings are known.
pub(super) fn subject(phrase: &str, numbered: bool) -> Option<SectionKind> {
    if !numbered && !ends_bare(phrase) {
        return None;
    }
    // 一是 and sentences with commas are prose.
    if phrase.starts_with('是') {
        return None;
    }
    let letters = Letters::of(phrase)?;
    if letters.has(&COMMA) || is_contents(&letters) {
        return None;
    }
    let has = |word: &Word| letters.has(word);
    WORDS
        .iter()
        .find(|words| words.all.iter().all(|any| any.iter().any(has)) && !words.none.iter().any(has))
        .map(|words| words.kind)
}

static LEADERS: [Word; 3] = [word(".."), word("……"), word("··")];
static COMMA: Word = word("，");

/// A line of a table of contents: dot leaders or a page number behind.
fn is_contents(letters: &Letters) -> bool {
    LEADERS.iter().any(|leaders| letters.has(leaders))
        || letters.all().last().is_some_and(char::is_ascii_digit)
}
