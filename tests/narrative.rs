//! What sentences claim, and what they do not.
#![cfg(feature = "serde")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test"
)]

use gongkai::narrative::{self, Applicants, CarryOver, Claim, ClaimYear, Statement, Subject};
use gongkai::{Agency, Edition, Report};

/// A report of 清河县 for 2022 without tables.
fn report_of(agency: &str) -> Report {
    let mut report = Report::new(Edition::E2021);
    report.year = Some(2022);
    report.agency =
        Some(serde_json::from_str::<Agency>(&format!(r#"{{"name":"{agency}","span":[0,0]}}"#)).unwrap());
    report
}

/// A claim in short: `received=12+` (`+` with, `!` without the requests carried over), `@` and the year, `~` and the share.
fn short(claim: &Claim) -> String {
    let subject = match claim.subject {
        Subject::Received => "received".into(),
        Subject::CarriedOver => "over".into(),
        Subject::CarriedForward => "forward".into(),
        Subject::Processed => "processed".into(),
        Subject::Results(group) => format!("{group:?}").to_lowercase(),
        Subject::Result(row) => row.key().to_string(),
        Subject::Applicants(Applicants::NaturalPersons) => "persons".into(),
        Subject::Applicants(_) => "organisations".into(),
        Subject::Disputes(proceeding, outcome) => {
            let proceeding = match format!("{proceeding:?}").as_str() {
                "Reconsideration" => "review",
                "Litigation" => "court",
                "LitigationDirect" => "direct",
                _ => "after",
            };
            match outcome.key() {
                "total" => proceeding.to_string(),
                outcome => format!("{proceeding}.{outcome}"),
            }
        }
        _ => "?".into(),
    };
    let statement = match claim.statement {
        Statement::Count(count) => count.to_string(),
        Statement::None => "none".into(),
        Statement::All => "all".into(),
        _ => "?".into(),
    };
    let carry_over = match claim.carry_over {
        CarryOver::Included => "+",
        CarryOver::Excluded => "!",
        _ => "",
    };
    let year = match claim.year {
        ClaimYear::Unstated => String::new(),
        ClaimYear::Reported => "@this".into(),
        ClaimYear::Previous => "@last".into(),
        ClaimYear::Named(year) => format!("@{year}"),
        ClaimYear::NamedAsReported(year) => format!("@this:{year}"),
        _ => "@?".into(),
    };
    let share = claim.share.map_or(String::new(), |share| {
        format!("~{}{}%", if share.approximate { "~" } else { "" }, share.percent)
    });
    format!("{subject}={statement}{carry_over}{year}{share}")
}

fn said(text: &str, report: &Report) -> String {
    let claims = narrative::claims(text, report);
    for claim in &claims {
        assert!(claim.span.slice(text).is_some(), "{text}: {claim:?}");
        if let (Some(figure), Statement::Count(count)) = (claim.figure, claim.statement) {
            let printed = figure.slice(text).unwrap();
            let digits: String = printed
                .chars()
                .filter_map(|c| match c {
                    '０'..='９' => char::from_u32(c as u32 - 0xfee0),
                    _ => c.is_ascii_digit().then_some(c),
                })
                .collect();
            assert_eq!(digits.parse(), Ok(count), "{text}: {printed}");
        }
    }
    claims.iter().map(short).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(table: &[(&str, &str)]) {
    let report = report_of("清河县人民政府");
    let mut wrong = String::new();
    for (text, expected) in table {
        let said = said(text, &report);
        if said != *expected {
            wrong += &format!("\n{text}\n  expected: {expected}\n  said:     {said}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn requests_received() {
    check(&[
        ("全年共收到政府信息公开申请12件。", "received=12@this"),
        ("2022年，全县共受理政府信息公开申请 12 件。", "received=12@2022"),
        ("2022年度我局收到依申请公开信息3条。", "received=3@2022"),
        ("清河县人民政府2022年收到信息公开申请7宗。", "received=7@2022"),
        ("清河县共收到有效政府信息公开申请１２件。", "received=12"),
        ("清河县2022年全年共受理申请公开2件。", "received=2@this:2022"),
        ("本年度（2022年）共收到依申请公开4件。", "received=4@this:2022"),
        ("2022年1月1日至12月31日，我县共收到政府信息公开申请9件。", "received=9@2022"),
        ("本年新收政府信息公开申请5件。", "received=5!@this"),
        ("本年度新收到依申请公开申请5件。", "received=5!@this"),
        ("我镇共收到公民、法人和其他组织政府信息公开申请6件。", "received=6"),
        ("全县共收到政府信息公开申请1,203件。", "received=1203"),
        ("收到申请人提出的政府信息公开申请5件。", "received=5"),
        ("2022年累计收到政府信息公开申请8件。", "received=8@2022"),
        ("（二）依申请公开情况。2022年共收到申请8件。", "received=8@2022"),
        ("（二）依申请公开情况\n2022年共收到8件。", "received=8@2022"),
        ("二、依申请公开：一是共收到申请8件。", "received=8"),
        ("我办共收到12件政府信息公开申请。", "received=12"),
        ("依申请公开受理3件。", "received=3"),
        ("本机关收到政府信息公开申请0件。", "received=0"),
        ("上年收到政府信息公开申请5件。", "received=5@last"),
        ("2021年收到政府信息公开申请5件，2022年收到7件。", "received=5@2021 received=7@2022"),
    ]);
}

#[test]
fn carried_over_and_forward() {
    check(&[
        ("收到政府信息公开申请12件（含上年结转2件）。", "received=12+ over=2"),
        ("收到政府信息公开申请12件，其中上年度结转2件。", "received=12+ over=2"),
        (
            "共受理依申请公开12件，其中本年新收10件，上年结转2件。",
            "received=12+ received=10!@this over=2@this",
        ),
        ("本年新收政府信息公开申请10件，上年结转2件。", "received=10!@this over=2@this"),
        (
            "共收到依申请公开信息3件，上年结转0件，当年办结3件，结转下年度0件。",
            "received=3 over=0 processed=3@this forward=0@this",
        ),
        ("依申请公开办结9件，3件结转下年度继续办理。", "processed=9 forward=3"),
        (
            "答复政府信息公开申请30件（含上年度结转申请4件，另有3件顺延到下年度答复）。",
            "processed=30+ over=4 forward=3",
        ),
        ("政府信息公开申请结转至下一年度办理2件。", "forward=2"),
        ("收到政府信息公开申请5件，2021年结转1件，结转2023年2件。", "received=5 over=1 forward=2"),
        ("收到政府信息公开申请5件，2020年结转1件。", "received=5"),
        (
            "新收到政府信息公开申请5件，结转2021年申请1件，答复5件，结转2023年1件。",
            "received=5! over=1 processed=5 forward=1",
        ),
        ("收到政府信息公开申请5件，办结4件，结转1件。", "received=5 processed=4"),
        ("收到政府信息公开申请5件，办结4件，剩余1件正在办理中。", "received=5 processed=4"),
        ("共办理政府信息公开申请12件，其中2件为上年结转。", "over=2"),
        ("收到政府信息公开申请12件，均已按时办结，无结转。", "received=12 processed=all"),
    ]);
}

#[test]
fn what_was_carried_over_and_its_sum() {
    check(&[
        (
            "收到政府信息公开申请46件，上年结转3件，共计49件，其中予以公开20件。",
            "received=46! over=3 received=49+ granted=20",
        ),
        (
            "收到政府信息公开申请46件，加上上年度结转3件，合计49件；办结48件。",
            "received=46! over=3 received=49+ processed=48",
        ),
        ("收到政府信息公开申请46件，加上年结转3件，共49件。", "received=46! over=3 received=49+"),
        ("收到政府信息公开申请46件，上年结转3件，剩余2件。", "received=46 over=3"),
        ("收到政府信息公开申请46件（含上年结转3件），涉及土地5件，共计20件。", "received=46+ over=3"),
        ("收到政府信息公开申请46件（含上年结转3件），共计20件。", "received=46+ over=3"),
        ("收到政府信息公开申请46件，上年结转3件，涉及土地等，共计49件。", "received=46 over=3"),
    ]);
}

#[test]
fn comparisons_claim_nothing_and_change_nothing() {
    check(&[
        ("2022年收到政府信息公开申请7件，与去年持平，办结7件。", "received=7@2022 processed=7@2022"),
        ("收到政府信息公开申请7件，比2021年减少3件，办结7件。", "received=7 processed=7"),
        ("收到政府信息公开申请7件，较2021年的10件减少30%；2021年结转2件。", "received=7 over=2"),
        ("收到政府信息公开申请7件，与上年同期相比增加3件，同比增长75%，答复7件。", "received=7 processed=7"),
        ("收到政府信息公开申请7件，减少3件，答复7件。", "received=7 processed=7"),
        ("与2021年相比，收到政府信息公开申请7件。", "received=7"),
        ("比上年新收政府信息公开申请增加7件。", ""),
        ("与上年结转的政府信息公开申请2件一并办理。", "over=2"),
    ]);
}

#[test]
fn decisions() {
    check(&[
        ("收到政府信息公开申请12件，办结12件。", "received=12 processed=12"),
        ("依申请公开答复11件。", "processed=11"),
        ("按时办结政府信息公开申请9件。", "processed=9"),
        ("收到政府信息公开申请12件。全部办结。", "received=12 processed=all"),
        ("收到依申请公开12件，均已办结。", "received=12 processed=all"),
        ("收到依申请公开12件，均已答复。", "received=12 processed=all"),
        ("收到依申请公开12件，全部办理完毕。", "received=12 processed=all"),
        (
            "受理政府信息公开申请83件，予以公开52件，部分公开24件，本机关不掌握相关信息7件。",
            "received=83 granted=52 partiallygranted=24 unavailable.not_held=7",
        ),
        ("政府信息公开申请办结9件，其中：予以公开5件、不予公开4件。", "processed=9 granted=5 denied=4"),
        ("政府信息公开申请办结9件，其中5件予以公开，4件无法提供。", "processed=9 granted=5 unavailable=4"),
        ("答复政府信息公开申请9件：作出不予处理决定2件，其他处理7件。", "processed=9 notprocessed=2 other=7"),
        (
            "依申请公开办结9件，不予公开3件（其中属于国家秘密1件，行政查询事项2件）。",
            "processed=9 denied=3 denied.state_secret=1 denied.administrative_inquiry=2",
        ),
        (
            "政府信息公开申请办结6件，重复申请2件，信访举报投诉类申请3件，没有现成信息需要另行制作1件。",
            "processed=6 not_processed.repeated=2 not_processed.petition=3 unavailable.needs_creation=1",
        ),
    ]);
}

#[test]
fn applicants_and_shares() {
    check(&[
        (
            "收到政府信息公开申请41件，其中自然人申请20件，法人或其他组织申请21件。",
            "received=41 persons=20 organisations=21",
        ),
        (
            "收到政府信息公开申请83件，公民申请41件，约占全部申请的49％，法人及其他组织申请42件，约占全部申请的51%。",
            "received=83 persons=41~~49% organisations=42~~51%",
        ),
        (
            "收到政府信息公开申请8件，其中公民个人6件（占75%）、法人和其他组织2件（占25%）。",
            "received=8 persons=6~75% organisations=2~25%",
        ),
        ("办结政府信息公开申请9件，予以公开3件，占办结总数的33.3%。", "processed=9 granted=3~33.3%"),
        ("办结政府信息公开申请9件，予以公开3件，占比33.33%，办结率100%。", "processed=9 granted=3~33.33%"),
        ("收到政府信息公开申请9件，占全县的30%。", "received=9"),
    ]);
}

#[test]
fn reviews_and_court_cases() {
    check(&[
        (
            "政府信息公开行政复议35件，其中结果维持7件，结果纠正6件，其他结果18件，尚未审结4件；政府信息公开行政诉讼4件，其中结果维持3件，尚未审结1件。",
            "review=35 review.upheld=7 review.corrected=6 review.other=18 review.pending=4 court=4 court.upheld=3 court.pending=1",
        ),
        ("因政府信息公开被申请行政复议3件，被提起行政诉讼1件。", "review=3 court=1"),
        ("发生政府信息公开行政复议案件2件，均获维持。", "review=2 review.upheld=all"),
        (
            "政府信息公开行政复议2件、行政诉讼1件，结果均为维持。",
            "review=2 court=1 review.upheld=all court.upheld=all",
        ),
        ("政府信息公开行政复议2件，2件维持。", "review=2 review.upheld=2"),
        ("政府信息公开行政诉讼3件，其中未经复议直接起诉2件，复议后起诉1件。", "court=3 direct=2 after=1"),
        ("政府信息公开行政复议、行政诉讼均为0件。", "review=0 court=0"),
        ("因依申请公开引发行政复议2件。", "review=2"),
        ("政府信息公开行政复议5件，驳回1件；行政诉讼2件，维持2件。", "review=5 court=2 court.upheld=2"),
        ("政府信息公开行政复议0件、行政诉讼0件。", "review=0 court=0"),
        ("政府信息公开行政复议和行政诉讼各1件。", "review=1 court=1"),
    ]);
}

#[test]
fn none_in_words() {
    check(&[
        ("本年度未收到政府信息公开申请。", "received=none@this"),
        ("2022年，我局没有收到依申请公开事项。", "received=none@2022"),
        ("全年无依申请公开情况。", "received=none@this"),
        ("我镇未接到任何公民、法人和其他组织的政府信息公开申请。", "received=none"),
        ("未发生行政复议、行政诉讼。", "review=none court=none"),
        ("未收到行政复议和行政诉讼。", "review=none court=none"),
        ("本年度没有发生因政府信息公开引起的行政复议、行政诉讼案件。", "review=none@this court=none@this"),
        ("我县未因政府信息公开工作被申请行政复议、提起行政诉讼。", "review=none court=none"),
        ("2022年无行政复议、行政诉讼情况发生。", "review=none@2022 court=none@2022"),
        ("未产生行政复议案件。", "review=none"),
        ("未收到政府信息公开申请及行政复议、行政诉讼。", "received=none review=none court=none"),
        ("收到依申请公开2件，其中涉及土地1件、财政1件，未发生行政复议。", "received=2 review=none"),
        ("收到依申请公开2件，未发生行政诉讼。", "received=2 court=none"),
    ]);
}

#[test]
fn wrapped_and_interrupted_sentences() {
    check(&[
        ("全县共受理政府信息公开申\n\n请 3119 件，答\n\n复 3050 件。", "received=3119 processed=3050"),
        (
            "政府信息公开行政复议 351\n\n件，其中结果维持 72 件，尚\n\n- 2 -\n\n未审结 37 件。",
            "review=351 review.upheld=72 review.pending=37",
        ),
        ("政府信息公开行政复议 351\n\n- 2 -\n\n件。", "review=351"),
        ("收到政府信息公开申\n\n- 2 -\n\n请 12 件。", "received=12"),
        ("未发生行政复\n\n第 2 页\n\n议案件。", "review=none"),
        ("未发生行政诉\n\n2\n\n讼案件。", "court=none"),
        ("收到政府信息公开申请 12\n\n3\n\n件。", "received=12"),
        ("收到政府信息公开申请\n12\n件。", "received=12"),
        ("本年度未\n收到政府信息公开申\n请。", "received=none@this"),
        ("收到政府信息公开申请 １ ２ 件。", ""),
        ("收到政府信息公开申请 3 119 件。", ""),
        ("收到政府信息公开申请 31\n19 件。", ""),
        ("收到政府信息公开申请\n31\n19 件。", ""),
        ("收到政府信息公开申请 31\n2\n件。", ""),
        ("收到政府信息公开申请31\u{c}\n第 3 页 共 9 页\n19件。", ""),
        ("全县\u{3000}共收到政府信息公开申请\u{a0}7\u{a0}件，\r\n办结 7 件。", "received=7 processed=7"),
    ]);
}

#[test]
fn parts_are_no_totals() {
    check(&[
        ("政府信息公开申请中，11件按规定办结，8件申请人撤销。", ""),
        ("收到政府信息公开申请5件，其中涉及土地征收1件、财政预算1件。", "received=5"),
        ("收到政府信息公开申请5件，其中网络申请3件，信函申请2件。", "received=5"),
        ("收到政府信息公开申请5件，其中网络申请3件，办结3件。", "received=5"),
        ("收到土地类政府信息公开申请3件。办结3件，予以公开3件。", ""),
        ("收到涉及政府信息公开申请3件。", ""),
        ("收到依申请公开12件，均依法答复。", "received=12"),
        ("收到网络申请3件，当面申请2件，均为政府信息公开申请。", ""),
        ("通过网络收到政府信息公开申请3件，通过信函收到2件。", ""),
        ("收到政府信息公开申请5件，其中受理4件。", "received=5"),
        ("按期答复政府信息公开申请11件，延期答复1件。", ""),
        ("收到政府信息公开申请95件，答复90件，申请人撤回5件。", "received=95"),
        ("收到政府信息公开申请95件，答复90件，告知补正5件。", "received=95"),
        ("收到政府信息公开申请95件，不予受理2件，答复93件。", "received=95"),
        ("办理上年度结转政府信息公开申请1件。答复11件。", "processed=11!"),
        ("收到政府信息公开申请5件，均依法在规定期限内答复。", "received=5"),
        ("受理政府信息公开申请31件，答复30件，均在法定期限内予以答复。", "received=31 processed=30"),
        ("政府信息公开行政复议5件，维持2件，驳回1件，撤回2件。", "review=5"),
        ("政府信息公开行政复议5件，驳回1件，其余均维持。", "review=5"),
        ("公民申请政府信息公开咨询3件。", ""),
        ("收到公民和企业政府信息公开申请3件。", ""),
        ("未收到书面政府信息公开申请。", ""),
        ("未收到政府信息公开申请的，应当说明情况。", ""),
        ("未收到涉及商业秘密的政府信息公开申请。", ""),
        ("未收到自然人的政府信息公开申请。", ""),
        ("未发生行政复议后被纠正的案件。", ""),
        ("未发生行政诉讼败诉案件。", ""),
        ("未发生因不履行公开义务被追究责任的情况。", ""),
        ("收到1名群众政府信息公开申请。", ""),
        ("收到政府信息公开申请50余件。", ""),
        ("收到政府信息公开申请约50件。", ""),
        ("收到政府信息公开申请3人次。", ""),
        ("《2022年依申请公开工作要点》共收到意见3件。", ""),
    ]);
}

#[test]
fn other_times() {
    check(&[
        ("上半年收到政府信息公开申请3件。", ""),
        ("第一季度收到政府信息公开申请3件。", ""),
        ("2022年1-6月，收到政府信息公开申请3件。", ""),
        ("2022年10月份收到政府信息公开申请3件。", ""),
        ("自2008年以来累计收到政府信息公开申请300件。", ""),
        ("截至2022年底，累计收到政府信息公开申请300件。", ""),
        ("累计收到政府信息公开申请300件。", ""),
        ("收到政府信息公开申请7件，比上年增加3件。", "received=7"),
        ("收到政府信息公开申请7件，同比增长12%。", "received=7"),
    ]);
}

#[test]
fn other_organs() {
    check(&[
        ("县教育局收到政府信息公开申请3件。", ""),
        ("县政府收到政府信息公开申请3件，占全县总数的20%。", ""),
        ("根据统计，全县各级行政机关共收到政府信息公开申请12件。", "received=12"),
        ("县教育局高度重视，收到政府信息公开申请3件，办结3件。", ""),
        ("各乡镇收到政府信息公开申请8件，县直部门收到4件。", ""),
        ("全县共收到政府信息公开申请12件，其中县教育局收到3件。", "received=12"),
        ("全县共收到政府信息公开申请12件。县政府收到政府信息公开申请3件。", "received=12"),
        ("我局收到政府信息公开申请12件。本单位收到政府信息公开申请3件。", ""),
    ]);
    let office = report_of("清河县教育局");
    assert_eq!(said("全县共收到政府信息公开申请12件，我局收到3件。", &office), "received=3");
    assert_eq!(said("县教育局收到政府信息公开申请3件。", &office), "received=3");
    for (agency, expected) in
        [("清河县", "received=12"), ("柳树镇人民政府", "received=3"), ("清河市人民政府", "received=3")]
    {
        let text = "全县共收到政府信息公开申请12件，本机关收到3件。";
        assert_eq!(said(text, &report_of(agency)), expected, "{agency}");
    }
    let secretariat = report_of("清河县人民政府办公室");
    assert_eq!(said("全县共收到政府信息公开申请12件。", &secretariat), "");
    assert_eq!(said("县政府办收到政府信息公开申请3件。", &secretariat), "received=3");
}

#[test]
fn other_work() {
    check(&[
        ("办理人大代表建议、政协提案45件，办结45件，办结率100%。", ""),
        ("（三）建议提案办理。共收到45件，办结45件。", ""),
        ("政府网站公开信息680条，解读政策文件10个，收到网民留言76条，答复76条。", ""),
        ("12345热线受理群众诉求300件，办结299件。", ""),
        ("开展政府信息公开培训3次，印发文件5份。", ""),
        ("公开规章1件、政策性文件11件。", ""),
        ("受理低保申请120件，办结120件。", ""),
        ("深入推进政府信息公开，受理低保申请120件，办结120件。", ""),
        ("收到政府信息公开申请2件。收到群众来信30件，答复30件。", "received=2"),
        ("作为复议机关，受理政府信息公开行政复议申请30件。", ""),
        ("县政府收到政府信息公开行政复议申请30件。", ""),
        ("县司法局审理行政复议案件30件，维持20件，纠正3件。", ""),
        ("受理行政许可申请90件，不予公开2件。", ""),
        ("全年收取信息处理费3940元，共3件。", ""),
        ("政府信息公开申请第12条第3件。", ""),
        ("编号2022-3件，编号A3件，政府信息公开申请。", ""),
        ("本年度无其他需要报告的事项。", ""),
        ("我局无行政许可事项。", ""),
    ]);
}

#[test]
fn organs_below_speak_to_the_end_of_what_is_said_of_them() {
    check(&[
        ("县直单位因政府信息公开被申请行政复议6件，被提起行政诉讼5件，其中结果纠正2件。", ""),
        ("各乡（镇、街道）共受理政府信息公开申请31件，办结30件，结转下年度1件。", ""),
        ("各区（县）没有收到政府信息公开申请。", ""),
        ("各街道（乡镇）受理政府信息公开申请31件。其中，予以公开9件。", ""),
        ("上半年收到政府信息公开申请5件。其中，予以公开3件。", ""),
        ("政府信息公开行政复议3件。\n个别单位文书有瑕疵，结果纠正1件。", "review=3"),
        ("（二）县教育局收到政府信息公开申请8件，办结7件。", ""),
        ("县级有关单位受理政府信息公开申请31件，办结30件。", ""),
        (
            "各乡镇收到政府信息公开申请31件。全县收到政府信息公开申请40件，办结38件。",
            "received=40 processed=38",
        ),
        ("指导各部门规范办理，收到政府信息公开申请8件，办结8件。", "received=8 processed=8"),
        ("本部门收到政府信息公开申请8件。", "received=8"),
    ]);
    let secretariat = report_of("清河县人民政府办公室");
    for text in
        ["各县（市）政府办公室收到申请公开31件，办结30件。", "各县政府办公室收到申请公开31件，办结30件。"]
    {
        assert_eq!(said(text, &secretariat), "", "{text}");
    }
}

#[test]
fn applicants_are_those_of_the_requests_received() {
    check(&[
        (
            "收到政府信息公开申请30件，其中自然人20件；不予公开6件，其中自然人5件。",
            "received=30 persons=20 denied=6",
        ),
        ("政府信息公开申请结转下年度7件，其中自然人申请5件。", "forward=7"),
        ("政府信息公开申请办结28件。其中，自然人申请20件。", "processed=28"),
        (
            "政府信息公开申请上年结转7件（自然人6件，法人或其他组织1件），新收9件（自然人8件，法人或其他组织1件）。",
            "over=7 received=9! persons=8 organisations=1",
        ),
        ("收到政府信息公开申请30件（含上年结转7件），其中自然人20件。", "received=30+ over=7 persons=20"),
        ("收到政府信息公开申请30件，办结28件。自然人申请20件。", "received=30 processed=28 persons=20"),
        ("（二）依申请公开情况\n受理户籍迁移申请60件，其中自然人申请50件。", ""),
    ]);
}

#[test]
fn parts_of_some_requests() {
    check(&[
        ("（二）依申请公开情况\n上年结转的申请中，予以公开3件；部分公开2件。", ""),
        ("（二）依申请公开情况\n在自然人申请中，予以公开3件。", ""),
        ("（二）依申请公开情况\n商户递交的申请中，予以公开3件。", ""),
        ("（二）依申请公开情况\n邮寄提交的申请中，自然人9件，法人或其他组织2件。", ""),
        ("（二）依申请公开情况\n在新收的申请中，自然人9件，法人或其他组织2件。", "persons=9 organisations=2"),
        ("（二）依申请公开情况\n收到的申请中，予以公开3件。", "granted=3"),
        ("（二）依申请公开情况\n不予公开的申请中，属于国家秘密1件。", "denied.state_secret=1"),
        (
            "（二）依申请公开情况\n邮寄的申请中，予以公开3件，新收政府信息公开申请9件，予以公开5件。",
            "received=9! granted=5",
        ),
    ]);
}

#[test]
fn documents_are_no_requests() {
    check(&[
        ("（二）依申请公开情况\n标注属性时，主动公开12件、依申请公开5件、不予公开3件。", ""),
        ("（二）依申请公开情况\n对栏目信息逐一核查，予以公开77条，部分公开4条。", ""),
        ("收到依申请公开4条。", "received=4"),
    ]);
}

#[test]
fn numerals_that_are_not_read_keep_their_place() {
    check(&[
        ("收到政府信息公开申请20件，答复二十一件（含上年结转3件）。", "received=20 over=3"),
        ("政府信息公开申请不予公开六件，其中自然人5件。", ""),
        ("（二）依申请公开情况\n受理低保申请八十件，办结79件。", ""),
        ("收到政府信息公开申请20件，均已办结，结转下年度两件。", "received=20"),
        ("（二）依申请公开情况\n认真对待每一件申请，办结9件。", "processed=9"),
        ("收到政府信息公开申请二十件，办结19件。", "processed=19"),
    ]);
}

/// A few words of claims and of damage, strung together in every disorder.
const SHREDS: [&str; 48] = [
    "收到",
    "受理",
    "政府信息公开申请",
    "申请",
    "依申请公开",
    "12",
    "３",
    "1,203",
    "33.9",
    "件",
    "%",
    "％",
    "，",
    "、",
    "；",
    "。",
    "（",
    "）",
    "\n",
    "\n\n- 2 -\n\n",
    "\n7\n",
    " ",
    "\u{3000}",
    "其中",
    "上年结转",
    "结转下年度",
    "2022年",
    "本年度",
    "全年",
    "未",
    "无",
    "均已",
    "办结",
    "答复",
    "予以公开",
    "公民",
    "行政复议",
    "行政诉讼",
    "维持",
    "占",
    "约",
    "撤回",
    "《",
    "》",
    "甲",
    "a",
    "\u{feff}",
    "🀄",
];

#[test]
fn no_text_is_too_odd() {
    let report = report_of("清河县人民政府");
    let mut seed: u64 = 0x2545_f491_4f6c_dd1d;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let mut made = 0;
    for _ in 0..5_000 {
        let text: String = (0..next(40)).map(|_| SHREDS[next(SHREDS.len())]).collect();
        made += said(&text, &report).len();
    }
    assert!(made > 200, "the shreds should make some claims: {made}");
}

/// Four megabytes of what is costly take a second; were the time to grow with their square, they would take minutes.
#[test]
fn no_text_takes_long() {
    let report = report_of("清河县人民政府");
    let shapes = [
        "收到政府信息公开申请1件。",
        "受理申请1件，",
        "1件",
        "1 x",
        "1\n2\n",
        "未收",
        "全部",
        "政府信息公开行政复议1件，撤回1件；",
        "（一）甲\n",
        "1\n\n\n\n\n",
    ];
    for shape in shapes {
        let text = shape.repeat((4 << 20) / shape.len());
        let start = std::time::Instant::now();
        std::hint::black_box(narrative::claims(&text, &report));
        assert!(start.elapsed().as_secs() < 20, "{shape:?} took {:?}", start.elapsed());
    }
}
