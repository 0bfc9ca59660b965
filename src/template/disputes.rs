//! Table four: 政府信息公开行政复议、行政诉讼情况, one row of fifteen figures.

use super::form_enum;

form_enum! {
    /// The three groups of columns.
    ///
    /// ```
    /// use gongkai::Group;
    /// assert_eq!(Group::ALL.len(), 3);
    /// assert_eq!(Group::Reconsideration.label(), "行政复议");
    /// ```
    Group {
        Reconsideration = "reconsideration", "行政复议";
        LitigationDirect = "litigation_direct", "行政诉讼：未经复议直接起诉";
        LitigationAfterReconsideration = "litigation_after_reconsideration", "行政诉讼：复议后起诉";
    }
}

form_enum! {
    /// The five columns of each group.
    ///
    /// ```
    /// use gongkai::Outcome;
    /// assert_eq!(Outcome::ALL.len(), 5);
    /// assert_eq!(Outcome::PARTS.len(), 4);
    /// assert_eq!(Outcome::Upheld.key(), "upheld");
    /// ```
    Outcome {
        Upheld = "upheld", "结果维持";
        Corrected = "corrected", "结果纠正";
        Other = "other", "其他结果";
        Pending = "pending", "尚未审结";
        Total = "total", "总计";
    }
}

impl Outcome {
    /// The four outcomes whose sum is the total.
    pub const PARTS: [Self; 4] = [Self::Upheld, Self::Corrected, Self::Other, Self::Pending];
}
