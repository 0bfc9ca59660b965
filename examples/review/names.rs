//! The words of the page.

use gongkai::{FactPath, TableKind};

/// How a figure stands: the name in the output of `facts`, in Chinese, and what it means.
pub(crate) const STANDINGS: [(&str, &str, &str); 8] = [
    ("exact", "确定", "行、列都由原文确定"),
    ("resolved", "推定", "唯一说得通的断法或栏位"),
    ("repaired", "改读", "没有照字面读，请核对"),
    ("ambiguous", "多解", "有几种读法，全部列出"),
    ("unreadable", "不识", "印的不是数"),
    ("not_applicable", "不适用", "印的是“/”“无”之类"),
    ("blank", "空白", "有这一格，没有印数"),
    ("missing", "缺失", "原文没有这一行"),
];

/// The Chinese name of a standing.
pub(crate) fn standing(name: &str) -> &'static str {
    STANDINGS.iter().find(|(standing, _, _)| *standing == name).map_or("", |(_, chinese, _)| chinese)
}

/// The heading that the form gives a table.
pub(crate) const fn heading(table: TableKind) -> &'static str {
    match table {
        TableKind::Proactive => "二、主动公开政府信息情况",
        TableKind::Requests => "三、收到和处理政府信息公开申请情况",
        TableKind::Disputes => "四、政府信息公开行政复议、行政诉讼情况",
    }
}

/// Row and column of a figure, in the words of the form.
pub(crate) fn figure(path: FactPath) -> String {
    match path {
        FactPath::Proactive(item, measure) => format!("{} · {}", item.label(), measure.label()),
        FactPath::Requests(row, column) => {
            let group =
                row.group().map(gongkai::ResultGroup::label).filter(|label| !row.label().starts_with(*label));
            let group = group.map(|label| format!("{label} ")).unwrap_or_default();
            format!("{group}{} · {}", row.label(), column.label())
        }
        FactPath::Disputes(group, outcome) => format!("{} · {}", group.label(), outcome.label()),
    }
}
