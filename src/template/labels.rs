//! Every label of the form and its known variants, as data. Adding a variant is adding a line.
//!
//! Labels are compared without white space, punctuation, enumerators and brackets, in simplified characters
//! (see `text::fold`), so that a variant is listed only where its words differ.

use super::{Column, Edition, Group, Item, Measure, Outcome, ResultGroup, Row};
use crate::report::SectionKind;

/// What a label names. Bare words that are several things keep their ambiguity until their context is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// A row of table two.
    Item(Item),
    /// A column of table two, and the edition that its words belong to.
    Measure(Measure, Edition),
    /// A row of table three.
    Row(Row),
    /// A column of table three.
    Column(Column),
    /// A column of table four.
    Outcome(Outcome),
    /// A group of columns of table four.
    Group(Group),
    /// 行政诉讼 over two groups of table four.
    Litigation,
    /// A group of result rows of table three, without figures of its own.
    ResultGroup(ResultGroup),
    /// 其他处理: a group of rows in edition 2021, a row in edition 2019.
    OtherHandling,
    /// 其他: a column of table three or, in edition 2021, a row.
    Other,
    /// 总计: a column or a row.
    Total,
    /// A column of subtotals that some publishers add.
    Subtotal,
    /// 第二十条第…项, 信息内容: heads of table two.
    ProactiveHead,
    /// 申请人情况, 法人或其他组织, the note on identities, 本年度办理结果: heads of table three.
    RequestsHead,
    /// A section heading.
    Section(SectionKind),
}

use Edition::{E2019, E2021};

/// Labels with the punctuation that the form prints in them: found as they stand, before any walk over characters.
pub(crate) const PRINTED: &[(Label, &str)] = &[
    (Label::ProactiveHead, "第二十条第（一）项"),
    (Label::ProactiveHead, "第二十条第（五）项"),
    (Label::ProactiveHead, "第二十条第（六）项"),
    (Label::ProactiveHead, "第二十条第（八）项"),
    (Label::ProactiveHead, "第二十条第（九）项"),
    (Label::Row(Row::OverdueCorrection), "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    (Label::Row(Row::OverdueFee), "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    (Label::Section(SectionKind::Disputes), "政府信息公开行政复议、行政诉讼情况"),
];

/// A cell as the form prints it, of which its label is only a part, perhaps with punctuation.
#[derive(Clone, Copy)]
pub(crate) struct PrintedCell {
    pub(crate) label: Label,
    pub(crate) words: &'static str,
    /// Bytes before the label.
    pub(crate) before: usize,
    /// Bytes behind it.
    pub(crate) behind: usize,
}

macro_rules! cell {
    ($label:expr, $before:literal, $words:literal, $behind:literal) => {
        PrintedCell {
            label: $label,
            words: concat!($before, $words, $behind),
            before: $before.len(),
            behind: $behind.len(),
        }
    };
}

/// Cells with punctuation or guidance, behind the numbers of their labels: brackets and commas of both widths.
pub(crate) const CELLS: &[PrintedCell] = &[
    cell!(Label::Measure(Measure::Change, E2019), "", "本年增/减", ""),
    cell!(Label::Measure(Measure::Amount, E2019), "", "采购总金额", "（单位：万元）"),
    cell!(
        Label::RequestsHead,
        "（",
        "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和",
        "）"
    ),
    cell!(Label::RequestsHead, "(", "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和", ")"),
    cell!(Label::Row(Row::PartiallyGranted), "", "部分公开（区分处理的，只计这一情形，不计其他情形", "）"),
    cell!(Label::Row(Row::PartiallyGranted), "", "部分公开(区分处理的,只计这一情形,不计其他情形", ")"),
    cell!(Label::Row(Row::PartiallyGranted), "", "部分公开(区分处理的, 只计这一情形, 不计其他情形", ")"),
    cell!(Label::Row(Row::SafetyAndStability), "", "危及“三安全一稳定", "”"),
];

/// Labels and their words.
pub(crate) const LABELS: &[(Label, &str)] = &[
    // Table two.
    (Label::ProactiveHead, "信息内容"),
    (Label::ProactiveHead, "第二十条"),
    (Label::ProactiveHead, "第二十条第一项"),
    (Label::ProactiveHead, "第二十条第五项"),
    (Label::ProactiveHead, "第二十条第六项"),
    (Label::ProactiveHead, "第二十条第八项"),
    (Label::ProactiveHead, "第二十条第九项"),
    (Label::Item(Item::Regulations), "规章"),
    (Label::Item(Item::NormativeDocuments), "规范性文件"),
    (Label::Item(Item::NormativeDocuments), "规范性档案"),
    (Label::Item(Item::NormativeDocuments), "行政规范性文件"),
    (Label::Item(Item::NormativeDocuments), "行政规范性档案"),
    (Label::Item(Item::AdministrativeLicensing), "行政许可"),
    (Label::Item(Item::OtherServices), "其他对外管理服务事项"),
    (Label::Item(Item::AdministrativePenalty), "行政处罚"),
    (Label::Item(Item::AdministrativeCompulsion), "行政强制"),
    (Label::Item(Item::AdministrativeFees), "行政事业性收费"),
    (Label::Item(Item::GovernmentProcurement), "政府集中采购"),
    (Label::Measure(Measure::Made, E2019), "本年新制作数量"),
    (Label::Measure(Measure::Made, E2019), "本年制作数量"),
    (Label::Measure(Measure::NewlyDisclosed, E2019), "本年新公开数量"),
    (Label::Measure(Measure::NewlyDisclosed, E2019), "本年公开数量"),
    (Label::Measure(Measure::TotalDisclosed, E2019), "对外公开总数量"),
    (Label::Measure(Measure::TotalDisclosed, E2019), "对外公开数量"),
    (Label::Measure(Measure::PriorItems, E2019), "上一年项目数量"),
    (Label::Measure(Measure::PriorItems, E2019), "上年项目数量"),
    (Label::Measure(Measure::Change, E2019), "本年增减"),
    (Label::Measure(Measure::Change, E2019), "本年增"),
    (Label::Measure(Measure::Decisions, E2019), "处理决定数量"),
    (Label::Measure(Measure::Decisions, E2021), "本年处理决定数量"),
    (Label::Measure(Measure::Projects, E2019), "采购项目数量"),
    (Label::Measure(Measure::Amount, E2019), "采购总金额"),
    (Label::Measure(Measure::Amount, E2019), "采购金额"),
    (Label::Measure(Measure::Issued, E2021), "本年制发件数"),
    (Label::Measure(Measure::Issued, E2021), "本年制发数量"),
    (Label::Measure(Measure::Repealed, E2021), "本年废止件数"),
    (Label::Measure(Measure::Repealed, E2021), "本年废止数量"),
    (Label::Measure(Measure::InForce, E2021), "现行有效件数"),
    (Label::Measure(Measure::InForce, E2021), "现行有效件"),
    (Label::Measure(Measure::InForce, E2021), "现行有效数量"),
    (Label::Measure(Measure::Amount, E2021), "本年收费金额"),
    (Label::Measure(Measure::Amount, E2021), "收费金额"),
    // Table three: heads.
    (Label::RequestsHead, "本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和"),
    (Label::RequestsHead, "本列数据的钩稽关系为第一项加第二项之和等于第三项加第四项之和"),
    (Label::RequestsHead, "本列数据的勾稽关系"),
    (Label::RequestsHead, "本列数据的钩稽关系"),
    (Label::RequestsHead, "等于第三项加第四项之和"),
    (Label::RequestsHead, "申请人情况"),
    (Label::RequestsHead, "法人或其他组织"),
    (Label::RequestsHead, "法人或者其他组织"),
    (Label::RequestsHead, "法人和其他组织"),
    (Label::RequestsHead, "法人及其他组织"),
    (Label::RequestsHead, "本年度办理结果"),
    (Label::RequestsHead, "本年办理结果"),
    (Label::Column(Column::NaturalPerson), "自然人"),
    (Label::Column(Column::Business), "商业企业"),
    (Label::Column(Column::Research), "科研机构"),
    (Label::Column(Column::Research), "科研企业"),
    (Label::Column(Column::PublicInterest), "社会公益组织"),
    (Label::Column(Column::LegalService), "法律服务机构"),
    (Label::Subtotal, "法人小计"),
    (Label::Subtotal, "小计"),
    (Label::Other, "其他"),
    (Label::Other, "其它"),
    (Label::Total, "总计"),
    (Label::Total, "合计"),
    // Table three: rows.
    (Label::Row(Row::Received), "本年新收政府信息公开申请数量"),
    (Label::Row(Row::Received), "本年新收政府信息公开申请"),
    (Label::Row(Row::Received), "本年度新收政府信息公开申请数量"),
    (Label::Row(Row::Received), "本年收到政府信息公开申请数量"),
    (Label::Row(Row::CarriedOver), "上年结转政府信息公开申请数量"),
    (Label::Row(Row::CarriedOver), "上年结转政府信息公开申请"),
    (Label::Row(Row::CarriedOver), "上年度结转政府信息公开申请数量"),
    (Label::Row(Row::CarriedOver), "上一年结转政府信息公开申请数量"),
    (Label::Row(Row::Granted), "予以公开"),
    (Label::Row(Row::PartiallyGranted), "部分公开"),
    (Label::Row(Row::PartiallyGranted), "部分公开区分处理的只计这一情形不计其他情形"),
    (Label::ResultGroup(ResultGroup::Denied), "不予公开"),
    (Label::Row(Row::StateSecret), "属于国家秘密"),
    (Label::Row(Row::ProhibitedByLaw), "其他法律行政法规禁止公开"),
    (Label::Row(Row::ProhibitedByLaw), "其他法律法规禁止公开"),
    (Label::Row(Row::ProhibitedByLaw), "其他法律行政止公开"),
    (Label::Row(Row::ProhibitedByLaw), "其他法律行政法规禁止公开的"),
    (Label::Row(Row::ProhibitedByLaw), "法律行政法规禁止公开"),
    (Label::Row(Row::SafetyAndStability), "危及三安全一稳定"),
    (Label::Row(Row::ThirdPartyRights), "保护第三方合法权益"),
    (Label::Row(Row::InternalAffairs), "属于三类内部事务信息"),
    (Label::Row(Row::ProcessInformation), "属于四类过程性信息"),
    (Label::Row(Row::ProcessInformation), "属于四类过程类信息"),
    (Label::Row(Row::EnforcementFiles), "属于行政执法案卷"),
    (Label::Row(Row::AdministrativeInquiry), "属于行政查询事项"),
    (Label::ResultGroup(ResultGroup::Unavailable), "无法提供"),
    (Label::Row(Row::NotHeld), "本机关不掌握相关政府信息"),
    (Label::Row(Row::NeedsCreation), "没有现成信息需要另行制作"),
    (Label::Row(Row::StillUnclear), "补正后申请内容仍不明确"),
    (Label::Row(Row::StillUnclear), "补证后申请内容仍不明确"),
    (Label::ResultGroup(ResultGroup::NotProcessed), "不予处理"),
    (Label::Row(Row::Petition), "信访举报投诉类申请"),
    (Label::Row(Row::Petition), "信访投诉举报类申请"),
    (Label::Row(Row::Repeated), "重复申请"),
    (Label::Row(Row::Publication), "要求提供公开出版物"),
    (Label::Row(Row::Excessive), "无正当理由大量反复申请"),
    (Label::Row(Row::Reconfirmation), "要求行政机关确认或重新出具已获取信息"),
    (Label::Row(Row::Reconfirmation), "要求行政机关确认或者重新出具已获取信息"),
    (Label::OtherHandling, "其他处理"),
    (Label::OtherHandling, "其它处理"),
    (Label::Row(Row::OverdueCorrection), "申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请"),
    (Label::Row(Row::OverdueFee), "申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请"),
    (Label::Row(Row::CarriedForward), "结转下年度继续办理"),
    (Label::Row(Row::CarriedForward), "结转下年继续办理"),
    (Label::Row(Row::CarriedForward), "结转下一年度继续办理"),
    (Label::Row(Row::CarriedForward), "结转下一年继续办理"),
    // Table four.
    (Label::Group(Group::Reconsideration), "行政复议"),
    (Label::Litigation, "行政诉讼"),
    (Label::Group(Group::LitigationDirect), "未经复议直接起诉"),
    (Label::Group(Group::LitigationAfterReconsideration), "复议后起诉"),
    (Label::Outcome(Outcome::Upheld), "结果维持"),
    (Label::Outcome(Outcome::Upheld), "结果维护"),
    (Label::Outcome(Outcome::Corrected), "结果纠正"),
    (Label::Outcome(Outcome::Other), "其他结果"),
    (Label::Outcome(Outcome::Other), "其它结果"),
    (Label::Outcome(Outcome::Pending), "尚未审结"),
    // Headings in the middle of a line. On lines of their own they are read by `section::heading`.
    (Label::Section(SectionKind::Overview), "总体情况"),
    (Label::Section(SectionKind::Proactive), "主动公开政府信息情况"),
    (Label::Section(SectionKind::Requests), "收到和处理政府信息公开申请情况"),
    (Label::Section(SectionKind::Disputes), "政府信息公开行政复议行政诉讼情况"),
    (Label::Section(SectionKind::Disputes), "因政府信息公开工作被申请行政复议提起行政诉讼情况"),
    (Label::Section(SectionKind::Problems), "存在的主要问题及改进情况"),
    (Label::Section(SectionKind::Other), "其他需要报告的事项"),
];

/// Characters beside the simplified ones that the labels are written in: traditional forms, and what machine
/// conversion makes of them. Pairs of the form found and the form meant.
pub(crate) const VARIANTS: &str = "罰罚區区條条規规範范檔档強强製制採采購购關关係系總总計计數数對对務务請请處处辦办結结轉转\
續续繼继維维糾纠復复複复覆复議议訴诉訟讼決决許许項项額额費费業业機机構构組组織织會会與与現现無无當当屬属於于國国祕秘\
穩稳護护權权內内類类過过執执詢询資资沒没補补後后確确認认獲获舉举報报訪访開开體体繳缴納纳單单發发廢废減减據据勾勾鉤钩\
鈎钩實实時时徵征證证證证備备儘尽應应該该為为個个萬万億亿餘余濟济調调員员創创態态長长際际續续審审産产產产動动題题況况廠厂們们來来將将麼么衆众眾众條条圖图標标網网經经營营團团學学術术觸触夠够從从傳传聯联聽听終终綫线線线變变讓让讀读貨货質质贊赞趨趋轄辖農农進进遠远還还達达選选遺遗鄉乡釋释錄录鎮镇門门間间閱阅陽阳隊队階阶隨随險险雜杂離离難难電电靈灵頁页順顺須须領领頻频養养";
