//! Table three: 收到和处理政府信息公开申请情况.

use super::{Edition, form_enum};

form_enum! {
    /// A row of the requests table.
    ///
    /// The form of 2019 has one row `Other`; that of 2021 divides it in `OverdueCorrection`, `OverdueFee` and `Miscellaneous`.
    ///
    /// ```
    /// use gongkai::{Edition, Row};
    /// assert_eq!(Row::NotHeld.key(), "unavailable.not_held");
    /// assert_eq!(Row::of(Edition::E2019).count(), 23);
    /// assert_eq!(Row::of(Edition::E2021).count(), 25);
    /// ```
    Row {
        Received = "received", "一、本年新收政府信息公开申请数量";
        CarriedOver = "carried_over", "二、上年结转政府信息公开申请数量";
        Granted = "granted", "（一）予以公开";
        PartiallyGranted = "partially_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）";
        StateSecret = "denied.state_secret", "1.属于国家秘密";
        ProhibitedByLaw = "denied.prohibited_by_law", "2.其他法律行政法规禁止公开";
        SafetyAndStability = "denied.safety_and_stability", "3.危及“三安全一稳定”";
        ThirdPartyRights = "denied.third_party_rights", "4.保护第三方合法权益";
        InternalAffairs = "denied.internal_affairs", "5.属于三类内部事务信息";
        ProcessInformation = "denied.process_information", "6.属于四类过程性信息";
        EnforcementFiles = "denied.enforcement_files", "7.属于行政执法案卷";
        AdministrativeInquiry = "denied.administrative_inquiry", "8.属于行政查询事项";
        NotHeld = "unavailable.not_held", "1.本机关不掌握相关政府信息";
        NeedsCreation = "unavailable.needs_creation", "2.没有现成信息需要另行制作";
        StillUnclear = "unavailable.still_unclear", "3.补正后申请内容仍不明确";
        Petition = "not_processed.petition", "1.信访举报投诉类申请";
        Repeated = "not_processed.repeated", "2.重复申请";
        Publication = "not_processed.publication", "3.要求提供公开出版物";
        Excessive = "not_processed.excessive", "4.无正当理由大量反复申请";
        Reconfirmation = "not_processed.reconfirmation", "5.要求行政机关确认或重新出具已获取信息";
        Other = "other", "（六）其他处理";
        OverdueCorrection = "other.overdue_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请";
        OverdueFee = "other.overdue_fee", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请";
        Miscellaneous = "other.miscellaneous", "3.其他";
        Total = "total", "（七）总计";
        CarriedForward = "carried_forward", "四、结转下年度继续办理";
    }
}

form_enum! {
    /// A column of the requests table: who asked (申请人情况).
    ///
    /// ```
    /// use gongkai::Column;
    /// assert_eq!(Column::ALL.len(), 7);
    /// assert_eq!((Column::Business.key(), Column::Business.label()), ("business", "商业企业"));
    /// assert_eq!(Column::from_key("total"), Some(Column::Total));
    /// assert_eq!(Column::APPLICANTS.len(), 6);
    /// ```
    Column {
        NaturalPerson = "natural_person", "自然人";
        Business = "business", "商业企业";
        Research = "research", "科研机构";
        PublicInterest = "public_interest", "社会公益组织";
        LegalService = "legal_service", "法律服务机构";
        OtherOrg = "other_org", "其他";
        Total = "total", "总计";
    }
}

form_enum! {
    /// The headings under which the result rows (三、本年度办理结果) stand.
    ///
    /// ```
    /// use gongkai::ResultGroup;
    /// assert_eq!(ResultGroup::from_key("denied"), Some(ResultGroup::Denied));
    /// ```
    ResultGroup {
        Granted = "granted", "（一）予以公开";
        PartiallyGranted = "partially_granted", "（二）部分公开";
        Denied = "denied", "（三）不予公开";
        Unavailable = "unavailable", "（四）无法提供";
        NotProcessed = "not_processed", "（五）不予处理";
        Other = "other", "（六）其他处理";
    }
}

impl Row {
    /// Whether the form of `edition` has this row.
    ///
    /// ```
    /// use gongkai::{Edition, ResultGroup, Row};
    /// assert!(Row::Other.is_in(Edition::E2019) && !Row::Other.is_in(Edition::E2021));
    /// assert_eq!(Row::CarriedOver.index(Edition::E2021), Some(1));
    /// assert_eq!(Row::NotHeld.group(), Some(ResultGroup::Unavailable));
    /// assert_eq!(Row::Received.group(), None);
    /// ```
    pub const fn is_in(self, edition: Edition) -> bool {
        match self {
            Self::Other => matches!(edition, Edition::E2019),
            Self::OverdueCorrection | Self::OverdueFee | Self::Miscellaneous => {
                matches!(edition, Edition::E2021)
            }
            _ => true,
        }
    }

    /// The rows of an edition, in order.
    pub fn of(edition: Edition) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |row| row.is_in(edition))
    }

    /// The row's place among the rows of an edition.
    pub const fn index(self, edition: Edition) -> Option<usize> {
        if !self.is_in(edition) {
            return None;
        }
        let place = self as usize;
        Some(match edition {
            Edition::E2019 if place > Self::Other as usize => place - 3,
            Edition::E2021 if place > Self::Other as usize => place - 1,
            _ => place,
        })
    }

    /// The heading under which a result stands; `None` for the rows that are no result.
    pub const fn group(self) -> Option<ResultGroup> {
        Some(match self {
            Self::Granted => ResultGroup::Granted,
            Self::PartiallyGranted => ResultGroup::PartiallyGranted,
            Self::StateSecret
            | Self::ProhibitedByLaw
            | Self::SafetyAndStability
            | Self::ThirdPartyRights
            | Self::InternalAffairs
            | Self::ProcessInformation
            | Self::EnforcementFiles
            | Self::AdministrativeInquiry => ResultGroup::Denied,
            Self::NotHeld | Self::NeedsCreation | Self::StillUnclear => ResultGroup::Unavailable,
            Self::Petition | Self::Repeated | Self::Publication | Self::Excessive | Self::Reconfirmation => {
                ResultGroup::NotProcessed
            }
            Self::Other | Self::OverdueCorrection | Self::OverdueFee | Self::Miscellaneous => {
                ResultGroup::Other
            }
            Self::Received | Self::CarriedOver | Self::Total | Self::CarriedForward => return None,
        })
    }
}

impl Column {
    /// The six kinds of requesters, whose sum is the total.
    pub const APPLICANTS: [Self; 6] = [
        Self::NaturalPerson,
        Self::Business,
        Self::Research,
        Self::PublicInterest,
        Self::LegalService,
        Self::OtherOrg,
    ];
}
