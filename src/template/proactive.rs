//! Table two: 主动公开政府信息情况, after 《条例》第二十条.

use super::{Edition, form_enum};

form_enum! {
    /// A row of the proactive disclosure table, which stands under an item of 《条例》第二十条 ([`Item::clause`]).
    ///
    /// `OtherServices` and `GovernmentProcurement` are in the form of 2019 only.
    ///
    /// ```
    /// use gongkai::Item;
    /// assert_eq!(Item::Regulations.label(), "规章");
    /// assert_eq!(Item::from_key("regulations"), Some(Item::Regulations));
    /// ```
    Item {
        Regulations = "regulations", "规章";
        NormativeDocuments = "normative_documents", "规范性文件";
        AdministrativeLicensing = "administrative_licensing", "行政许可";
        OtherServices = "other_services", "其他对外管理服务事项";
        AdministrativePenalty = "administrative_penalty", "行政处罚";
        AdministrativeCompulsion = "administrative_compulsion", "行政强制";
        AdministrativeFees = "administrative_fees", "行政事业性收费";
        GovernmentProcurement = "government_procurement", "政府集中采购";
    }
}

form_enum! {
    /// A column of the proactive disclosure table; each row has its own ([`Item::measures`]).
    ///
    /// All are counts, but for `Amount`: yuan. `Change` alone may be negative.
    ///
    /// ```
    /// use gongkai::Measure;
    /// assert_eq!(Measure::from_key("amount"), Some(Measure::Amount));
    /// ```
    Measure {
        Made = "made", "本年新制作数量";
        NewlyDisclosed = "newly_disclosed", "本年新公开数量";
        TotalDisclosed = "total_disclosed", "对外公开总数量";
        PriorItems = "prior_items", "上一年项目数量";
        Change = "change", "本年增/减";
        Decisions = "decisions", "处理决定数量";
        Projects = "projects", "采购项目数量";
        Issued = "issued", "本年制发件数";
        Repealed = "repealed", "本年废止件数";
        InForce = "in_force", "现行有效件数";
        Amount = "amount", "金额";
    }
}

impl Item {
    /// The columns that an edition prints for this row; empty where the edition lacks it.
    ///
    /// ```
    /// use gongkai::{Edition, Item, Measure};
    /// assert_eq!(Item::GovernmentProcurement.measures(Edition::E2019), [Measure::Projects, Measure::Amount]);
    /// assert!(Item::GovernmentProcurement.measures(Edition::E2021).is_empty());
    /// ```
    pub const fn measures(self, edition: Edition) -> &'static [Measure] {
        use Measure::{
            Amount, Change, Decisions, InForce, Issued, Made, NewlyDisclosed, PriorItems, Projects, Repealed,
            TotalDisclosed,
        };
        match (edition, self) {
            (Edition::E2019, Self::Regulations | Self::NormativeDocuments) => {
                &[Made, NewlyDisclosed, TotalDisclosed]
            }
            (Edition::E2019, Self::AdministrativeFees) => &[PriorItems, Change],
            (Edition::E2019, Self::GovernmentProcurement) => &[Projects, Amount],
            (Edition::E2019, _) => &[PriorItems, Change, Decisions],
            (Edition::E2021, Self::Regulations | Self::NormativeDocuments) => &[Issued, Repealed, InForce],
            (Edition::E2021, Self::AdministrativeFees) => &[Amount],
            (Edition::E2021, Self::OtherServices | Self::GovernmentProcurement) => &[],
            (Edition::E2021, _) => &[Decisions],
        }
    }

    /// The row's figures in the list of an edition's figures: first place and number.
    pub(crate) fn range(self, edition: Edition) -> core::ops::Range<usize> {
        let before = Self::ALL.iter().take(self as usize);
        let start = before.map(|item| item.measures(edition).len()).sum();
        start..start + self.measures(edition).len()
    }

    /// The clause of 《条例》第二十条 under which the row stands.
    ///
    /// ```
    /// assert_eq!(gongkai::Item::AdministrativePenalty.clause(), "第二十条第（六）项");
    /// ```
    pub const fn clause(self) -> &'static str {
        match self {
            Self::Regulations | Self::NormativeDocuments => "第二十条第（一）项",
            Self::AdministrativeLicensing | Self::OtherServices => "第二十条第（五）项",
            Self::AdministrativePenalty | Self::AdministrativeCompulsion => "第二十条第（六）项",
            Self::AdministrativeFees => "第二十条第（八）项",
            Self::GovernmentProcurement => "第二十条第（九）项",
        }
    }
}
