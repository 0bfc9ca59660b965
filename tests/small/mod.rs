//! Two small reports in tab rows, one of each edition, whose figures are all different, to be varied in one place.
#![allow(dead_code, unreachable_pub)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use gongkai::{Certainty, Parsed, Status, parse_report, plain};

pub const TITLE: &str = "砚陵县2020年政府信息公开工作年度报告";

/// Lines of the first table of edition 2019: path of the row, columns, text.
const PROACTIVE: &[(&str, &[&str], &str)] = &[
    ("", &[], "第二十条第（一）项"),
    ("", &[], "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量"),
    ("regulations", &["made", "newly_disclosed", "total_disclosed"], "规章\t11\t12\t13"),
    ("normative_documents", &["made", "newly_disclosed", "total_disclosed"], "规范性文件\t21\t22\t23"),
    ("", &[], "第二十条第（五）项"),
    ("", &[], "信息内容\t上一年项目数量\t本年增/减\t处理决定数量"),
    ("administrative_licensing", &["prior_items", "change", "decisions"], "行政许可\t31\t32\t33"),
    ("other_services", &["prior_items", "change", "decisions"], "其他对外管理服务事项\t41\t42\t43"),
    ("", &[], "第二十条第（六）项"),
    ("", &[], "信息内容\t上一年项目数量\t本年增/减\t处理决定数量"),
    ("administrative_penalty", &["prior_items", "change", "decisions"], "行政处罚\t51\t52\t53"),
    ("administrative_compulsion", &["prior_items", "change", "decisions"], "行政强制\t61\t62\t63"),
    ("", &[], "第二十条第（八）项"),
    ("", &[], "信息内容\t上一年项目数量\t本年增/减"),
    ("administrative_fees", &["prior_items", "change"], "行政事业性收费\t71\t72"),
    ("", &[], "第二十条第（九）项"),
    ("", &[], "信息内容\t采购项目数量\t采购总金额"),
    ("government_procurement", &["projects", "amount"], "政府集中采购\t81\t82万元"),
];

const PROACTIVE_2021: &[(&str, &[&str], &str)] = &[
    ("", &[], "第二十条第（一）项"),
    ("", &[], "信息内容\t本年制发件数\t本年废止件数\t现行有效件数"),
    ("regulations", &["issued", "repealed", "in_force"], "规章\t11\t12\t13"),
    ("normative_documents", &["issued", "repealed", "in_force"], "行政规范性文件\t21\t22\t23"),
    ("", &[], "第二十条第（五）项"),
    ("", &[], "信息内容\t本年处理决定数量"),
    ("administrative_licensing", &["decisions"], "行政许可\t33"),
    ("", &[], "第二十条第（六）项"),
    ("", &[], "信息内容\t本年处理决定数量"),
    ("administrative_penalty", &["decisions"], "行政处罚\t53"),
    ("administrative_compulsion", &["decisions"], "行政强制\t63"),
    ("", &[], "第二十条第（八）项"),
    ("", &[], "信息内容\t本年收费金额（单位：万元）"),
    ("administrative_fees", &["amount"], "行政事业性收费\t72"),
];

const COLUMNS: [&str; 7] =
    ["natural_person", "business", "research", "public_interest", "legal_service", "other_org", "total"];

/// Rows of the second table; a row's figures are its place, its place again, and their sum.
const REQUESTS: &[(&str, &str)] = &[
    ("received", "一、本年新收政府信息公开申请数量"),
    ("carried_over", "二、上年结转政府信息公开申请数量"),
    ("granted", "三、本年度办理结果\t（一）予以公开"),
    ("partially_granted", "\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ("denied.state_secret", "\t（三）不予公开\t1.属于国家秘密"),
    ("denied.prohibited_by_law", "\t\t2.其他法律行政法规禁止公开"),
    ("denied.safety_and_stability", "\t\t3.危及“三安全一稳定”"),
    ("denied.third_party_rights", "\t\t4.保护第三方合法权益"),
    ("denied.internal_affairs", "\t\t5.属于三类内部事务信息"),
    ("denied.process_information", "\t\t6.属于四类过程性信息"),
    ("denied.enforcement_files", "\t\t7.属于行政执法案卷"),
    ("denied.administrative_inquiry", "\t\t8.属于行政查询事项"),
    ("unavailable.not_held", "\t（四）无法提供\t1.本机关不掌握相关政府信息"),
    ("unavailable.needs_creation", "\t\t2.没有现成信息需要另行制作"),
    ("unavailable.still_unclear", "\t\t3.补正后申请内容仍不明确"),
    ("not_processed.petition", "\t（五）不予处理\t1.信访举报投诉类申请"),
    ("not_processed.repeated", "\t\t2.重复申请"),
    ("not_processed.publication", "\t\t3.要求提供公开出版物"),
    ("not_processed.excessive", "\t\t4.无正当理由大量反复申请"),
    ("not_processed.reconfirmation", "\t\t5.要求行政机关确认或重新出具已获取信息"),
];
const OTHER_2019: &[(&str, &str)] = &[("other", "\t（六）其他处理")];
const OTHER_2021: &[(&str, &str)] = &[
    (
        "other.overdue_correction",
        "\t（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    ),
    ("other.overdue_fee", "\t\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    ("other.miscellaneous", "\t\t3.其他"),
];
const LAST: &[(&str, &str)] = &[("total", "\t（七）总计"), ("carried_forward", "四、结转下年度继续办理")];

pub type Facts = BTreeMap<String, String>;

/// A report and its facts.
pub fn base(edition_2021: bool) -> (String, Facts) {
    let mut facts = Facts::new();
    let mut text = format!("{TITLE}\n一、总体情况\n全年登载信息305条，培训2次。\n二、主动公开政府信息情况\n");
    for (row, columns, line) in if edition_2021 { PROACTIVE_2021 } else { PROACTIVE } {
        text.push_str(&format!("{line}\n"));
        for (column, figure) in columns.iter().zip(line.split('\t').skip(1)) {
            let money = *column == "amount";
            let value =
                if money { format!("{}0000", figure.trim_end_matches("万元")) } else { figure.into() };
            facts.insert(format!("proactive.{row}.{column}"), value);
        }
    }
    text.push_str(
        "三、收到和处理政府信息公开申请情况\n（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\
         \t申请人情况\n\t自然人\t法人或其他组织\t总计\n\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n",
    );
    let other = if edition_2021 { OTHER_2021 } else { OTHER_2019 };
    let rows: Vec<_> = REQUESTS.iter().chain(other).chain(LAST).collect();
    let total: usize = (3..rows.len() - 1).sum();
    for (at, (row, label)) in (1..).zip(&rows) {
        let n = match *row {
            "received" => total,
            "carried_over" => rows.len(),
            "total" => total,
            _ => at,
        };
        let figures = [n, n, 0, 0, 0, 0, 2 * n];
        let cells: Vec<String> = figures.iter().map(usize::to_string).collect();
        text.push_str(&format!("{label}\t{}\n", cells.join("\t")));
        for (column, figure) in COLUMNS.iter().zip(cells) {
            facts.insert(format!("requests.{row}.{column}"), figure);
        }
    }
    text.push_str(
        "四、政府信息公开行政复议、行政诉讼情况\n行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n\
         结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n\
         \t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n",
    );
    let mut cells = vec![];
    for (group, n) in
        [("reconsideration", 1), ("litigation_direct", 5), ("litigation_after_reconsideration", 9)]
    {
        for (outcome, value) in
            [("upheld", n), ("corrected", n + 1), ("other", n + 2), ("pending", n + 3), ("total", 4 * n + 6)]
        {
            cells.push(value.to_string());
            facts.insert(format!("disputes.{group}.{outcome}"), value.to_string());
        }
    }
    text.push_str(&format!("{}\n", cells.join("\t")));
    text.push_str("五、存在的主要问题及改进情况\n更新还不够及时。\n六、其他需要报告的事项\n无。\n");
    (text, facts)
}

pub fn parse(text: &str) -> Parsed {
    parse_report(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Values of a report, those given as certain only; other statuses in words.
pub fn facts(text: &str) -> Facts {
    let shown = |fact: gongkai::Fact<'_>| match (fact.status(), fact.certainty()) {
        (Status::Value, Some(Certainty::Exact | Certainty::Resolved)) => plain(fact.value().unwrap()),
        (Status::Value, _) => format!("repaired {}", plain(fact.value().unwrap())),
        (Status::Blank, _) => "blank".to_owned(),
        (Status::NotApplicable, _) => "not_applicable".to_owned(),
        (Status::Unreadable, _) => "unreadable".to_owned(),
        (Status::Ambiguous, _) => "ambiguous".to_owned(),
        _ => "missing".to_owned(),
    };
    parse(text).report.facts().map(|fact| (fact.path().to_string(), shown(fact))).collect()
}

/// What differs between two sets of facts.
pub fn difference(expected: &Facts, got: &Facts) -> Vec<String> {
    let mut paths: Vec<&String> = expected.keys().chain(got.keys()).collect();
    paths.sort();
    paths.dedup();
    let none = "no such fact".to_owned();
    let at = |facts: &Facts, path: &String| facts.get(path).unwrap_or(&none).clone();
    paths
        .into_iter()
        .filter(|path| at(expected, path) != at(got, path))
        .map(|path| format!("    {path}: expected {}, got {}", at(expected, path), at(got, path)))
        .collect()
}
