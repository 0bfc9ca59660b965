//! Title, headings, table of contents and signature in their variants.

use super::damage::Damages;
use super::labels::Labels;
use super::truth::Truth;

const TEXTS: [&[&str]; 6] = [
    &["总体情况"],
    &["主动公开政府信息情况", "主动公开政府信息", "行政机关主动公开政府信息情况", "主动公开政府信息工作情况"],
    &[
        "收到和处理政府信息公开申请情况",
        "行政机关收到和处理政府信息公开申请情况",
        "收到及处理政府信息公开申请情况",
        "收到和处理政府信息公开申请的情况",
    ],
    &[
        "政府信息公开行政复议、行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "政府信息公开行政复议和行政诉讼情况",
        "政府信息公开行政复议及行政诉讼情况",
        "因政府信息公开申请行政复议、提起行政诉讼情况",
        "政府信息公开行政复议行政诉讼情况",
    ],
    &[
        "存在的主要问题及改进情况",
        "政府信息公开工作存在的主要问题及改进情况",
        "存在的主要问题及改进措施",
        "存在的主要问题和改进措施",
    ],
    &["其他需要报告的事项", "其它需要报告的事项", "需要报告的其他事项"],
];

/// The six headings of a document.
pub fn headings(damages: &Damages, labels: &Labels) -> Vec<String> {
    let varied = damages.has("headings_varied", 35.0);
    let numbers = damages.has("heading_numbers", 10.0);
    let mut rng = damages.rng("headings_varied");
    let shift = damages.rng("heading_numbers").below(3);
    let han = ["一", "二", "三", "四", "五", "六", "七"];
    TEXTS
        .iter()
        .enumerate()
        .map(|(at, texts)| {
            let text = texts[if varied { rng.below(texts.len()) } else { 0 }];
            let number = match (numbers, shift) {
                (true, 0) => String::new(),
                (true, 1) => format!("{}、", han[at + usize::from(at > 2)]),
                (true, _) => format!("{}、", han[at - usize::from(at == 3)]),
                _ if varied && rng.chance(15.0) => format!("{}、  ", han[at]),
                _ => format!("{}、", han[at]),
            };
            labels.heading(&format!("{number}{text}"))
        })
        .collect()
}

/// The title over one line or two, with what stands below it.
pub fn title(truth: &Truth, damages: &Damages) -> Vec<String> {
    let (agency, year) = (&truth.agency, truth.year);
    let form = if damages.has("titles", 30.0) { 1 + damages.rng("titles").below(5) } else { 0 };
    let mut lines = match form {
        0 => vec![format!("{agency}{year}年政府信息公开工作年度报告")],
        1 => vec![format!("{agency}{year}年度政府信息公开工作年度报告")],
        2 => vec![format!("{agency}{year}年政府信息公开"), "工作年度报告".to_owned()],
        3 => vec![format!("{year}年{agency}政府信息公开工作年度报告")],
        4 => vec![agency.clone(), format!("{year} 年政府信息公开工作年度报告")],
        _ => vec![format!("{agency}政府信息公开工作年度报告")],
    };
    if damages.has("metadata", 15.0) {
        let next = year + 1;
        lines.push(format!("发布时间:{next}-01-28 09:12:45 来源:{agency} 浏览次数:317"));
    }
    lines
}

/// A table of contents with dot leaders.
pub fn contents(headings: &[String], damages: &Damages) -> Vec<String> {
    if !damages.has("contents", 10.0) {
        return vec![];
    }
    let mut lines = vec!["目  录".to_owned()];
    for (at, heading) in headings.iter().enumerate() {
        lines.push(format!("{heading}{}{}", "…".repeat(9), at * 2 + 1));
    }
    lines
}

/// Who signs, and when.
pub fn signature(truth: &Truth, damages: &Damages) -> Vec<String> {
    if damages.has("unsigned", 20.0) {
        return vec![];
    }
    let year = truth.year + u32::from(!damages.has("signed_early", 6.0));
    vec![
        format!("                                {}", truth.agency),
        format!("                                {year}年1月25日"),
    ]
}
