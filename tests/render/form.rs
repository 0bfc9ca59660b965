//! The two editions of the official form: rows, columns and labels, written from the form itself.

/// A row of the first table: its path, its label, its figures as (path, header, is money).
pub struct Item {
    pub path: &'static str,
    pub label: &'static str,
    pub columns: &'static [Measure],
}

pub struct Measure {
    pub path: &'static str,
    pub header: &'static str,
}

/// A clause of article 20 with its rows.
pub struct Clause {
    pub number: &'static str,
    pub items: &'static [Item],
}

const fn m(path: &'static str, header: &'static str) -> Measure {
    Measure { path, header }
}

const DOCS_2019: &[Measure] = &[
    m("made", "本年新制作数量"),
    m("newly_disclosed", "本年新公开数量"),
    m("total_disclosed", "对外公开总数量"),
];
const ITEMS_2019: &[Measure] =
    &[m("prior_items", "上一年项目数量"), m("change", "本年增/减"), m("decisions", "处理决定数量")];
const FEES_2019: &[Measure] = &[m("prior_items", "上一年项目数量"), m("change", "本年增/减")];
const BUYING_2019: &[Measure] = &[m("projects", "采购项目数量"), m("amount", "采购总金额")];
const DOCS_2021: &[Measure] =
    &[m("issued", "本年制发件数"), m("repealed", "本年废止件数"), m("in_force", "现行有效件数")];
const DECISIONS_2021: &[Measure] = &[m("decisions", "本年处理决定数量")];
const FEES_2021: &[Measure] = &[m("amount", "本年收费金额")];

const fn item(path: &'static str, label: &'static str, columns: &'static [Measure]) -> Item {
    Item { path, label, columns }
}

pub const PROACTIVE_2019: &[Clause] = &[
    Clause {
        number: "一",
        items: &[
            item("regulations", "规章", DOCS_2019),
            item("normative_documents", "规范性文件", DOCS_2019),
        ],
    },
    Clause {
        number: "五",
        items: &[
            item("administrative_licensing", "行政许可", ITEMS_2019),
            item("other_services", "其他对外管理服务事项", ITEMS_2019),
        ],
    },
    Clause {
        number: "六",
        items: &[
            item("administrative_penalty", "行政处罚", ITEMS_2019),
            item("administrative_compulsion", "行政强制", ITEMS_2019),
        ],
    },
    Clause { number: "八", items: &[item("administrative_fees", "行政事业性收费", FEES_2019)] },
    Clause { number: "九", items: &[item("government_procurement", "政府集中采购", BUYING_2019)] },
];

pub const PROACTIVE_2021: &[Clause] = &[
    Clause {
        number: "一",
        items: &[
            item("regulations", "规章", DOCS_2021),
            item("normative_documents", "行政规范性文件", DOCS_2021),
        ],
    },
    Clause { number: "五", items: &[item("administrative_licensing", "行政许可", DECISIONS_2021)] },
    Clause {
        number: "六",
        items: &[
            item("administrative_penalty", "行政处罚", DECISIONS_2021),
            item("administrative_compulsion", "行政强制", DECISIONS_2021),
        ],
    },
    Clause { number: "八", items: &[item("administrative_fees", "行政事业性收费", FEES_2021)] },
];

/// Where a row of the second table stands among the label columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Depth {
    /// 一、二、四、: the label spans all three label columns.
    Top,
    /// （一）（二）（七）: behind 三、本年度办理结果.
    Result,
    /// 1. 2. 3.: behind a group label as well.
    Item,
}

pub struct RequestRow {
    pub path: &'static str,
    pub label: &'static str,
    pub depth: Depth,
    /// The group label, on the first row of its group.
    pub group: Option<&'static str>,
}

const fn row(
    path: &'static str,
    depth: Depth,
    group: Option<&'static str>,
    label: &'static str,
) -> RequestRow {
    RequestRow { path, label, depth, group }
}

use Depth::{Item as I, Result as R, Top as T};

const COMMON: [RequestRow; 20] = [
    row("received", T, None, "一、本年新收政府信息公开申请数量"),
    row("carried_over", T, None, "二、上年结转政府信息公开申请数量"),
    row("granted", R, None, "（一）予以公开"),
    row("partially_granted", R, None, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    row("denied.state_secret", I, Some("（三）不予公开"), "1.属于国家秘密"),
    row("denied.prohibited_by_law", I, None, "2.其他法律行政法规禁止公开"),
    row("denied.safety_and_stability", I, None, "3.危及“三安全一稳定”"),
    row("denied.third_party_rights", I, None, "4.保护第三方合法权益"),
    row("denied.internal_affairs", I, None, "5.属于三类内部事务信息"),
    row("denied.process_information", I, None, "6.属于四类过程性信息"),
    row("denied.enforcement_files", I, None, "7.属于行政执法案卷"),
    row("denied.administrative_inquiry", I, None, "8.属于行政查询事项"),
    row("unavailable.not_held", I, Some("（四）无法提供"), "1.本机关不掌握相关政府信息"),
    row("unavailable.needs_creation", I, None, "2.没有现成信息需要另行制作"),
    row("unavailable.still_unclear", I, None, "3.补正后申请内容仍不明确"),
    row("not_processed.petition", I, Some("（五）不予处理"), "1.信访举报投诉类申请"),
    row("not_processed.repeated", I, None, "2.重复申请"),
    row("not_processed.publication", I, None, "3.要求提供公开出版物"),
    row("not_processed.excessive", I, None, "4.无正当理由大量反复申请"),
    row("not_processed.reconfirmation", I, None, "5.要求行政机关确认或重新出具已获取信息"),
];
const OTHER_2019: [RequestRow; 1] = [row("other", R, None, "（六）其他处理")];
const OTHER_2021: [RequestRow; 3] = [
    row(
        "other.overdue_correction",
        I,
        Some("（六）其他处理"),
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    ),
    row(
        "other.overdue_fee",
        I,
        None,
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    ),
    row("other.miscellaneous", I, None, "3.其他"),
];
const CLOSING: [RequestRow; 2] =
    [row("total", R, None, "（七）总计"), row("carried_forward", T, None, "四、结转下年度继续办理")];

/// Every row of the second table, in order.
pub fn requests(edition_2021: bool) -> Vec<&'static RequestRow> {
    let other: &'static [RequestRow] = if edition_2021 { &OTHER_2021 } else { &OTHER_2019 };
    COMMON.iter().chain(other).chain(&CLOSING).collect()
}

pub const RESULTS: &str = "三、本年度办理结果";
pub const NOTE: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
pub const APPLICANTS: [&str; 7] =
    ["natural_person", "business", "research", "public_interest", "legal_service", "other_org", "total"];
pub const APPLICANT_NAMES: [&str; 7] =
    ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
pub const GROUPS: [&str; 3] = ["reconsideration", "litigation_direct", "litigation_after_reconsideration"];
pub const OUTCOMES: [&str; 5] = ["upheld", "corrected", "other", "pending", "total"];
pub const OUTCOME_NAMES: [&str; 5] = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
