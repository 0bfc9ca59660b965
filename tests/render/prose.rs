//! Prose of our own around the tables, with figures in it as traps.

use super::rng::Rng;
use super::truth::Truth;

const GENERAL: [&str; 10] = [
    "本年度门户网站登载各类信息1204条，其中政策文件36件、解读材料21篇，政务新媒体推送简讯887则。",
    "（一）主动公开政府信息情况。围绕群众关心的事项更新目录17次，公开预决算表格58张，办理行政许可3150件、行政处罚212件。",
    "（二）收到和处理政府信息公开申请情况。窗口接待来访46人次，接听热线1,329通，按时答复率100%。",
    "组织业务培训4期，参训人员265人；抽查栏目93个，整改问题12处。",
    "财政拨付网站维护经费18.6万元，较上年减少2.4万元，下降11.4%。",
    "公开工作领导小组召开会议3次，研究议题9项，印发要点1份。",
    "更新便民地图一套，收录办事点位73处，累计浏览量5.2万次。",
    "（三）政府信息管理情况。清理失效文件28件，重新标注有效性的文件140件。",
    "2、健全审核制度，做到先审后发；3、明确专人负责，按月通报进度。",
    "设立公开查阅点6个，配备自助终端11台，全年接待查阅0人次的点位已撤并。",
];

const PROBLEMS: [&str; 5] = [
    "一是个别单位更新不够及时，二是解读形式较为单一，三是专职人员偏少。",
    "下一步将细化公开清单，争取全年解读材料达到40篇以上，培训不少于5次。",
    "上一年度提出的3项问题已整改2项，其余1项列入明年计划。",
    "针对群众提出的13条意见，逐条制定措施，并于6月底前完成12条。",
    "我们将继续完善制度，增强服务意识，把公开工作融入日常。",
];

/// What may stand between a heading and its table.
pub const BETWEEN: [&str; 5] = [
    "本部分数据由各科室报送，统计口径为全年，共涉及12个科室、3个直属单位。",
    "2020年共收到申请15件，其中网络渠道11件，均按规定办理，详见下表。",
    "（单位：件）",
    "具体情况如下：",
    "行政许可和行政处罚的数量以业务系统导出为准，导出时间为1月8日，共4批。",
];

pub fn general(rng: &mut Rng) -> Vec<String> {
    some(rng, &GENERAL, 4)
}

pub fn problems(rng: &mut Rng) -> Vec<String> {
    some(rng, &PROBLEMS, 2)
}

pub fn other(rng: &mut Rng) -> Vec<String> {
    let one =
        ["无其他需要报告的事项。", "本年度未收取信息处理费，金额0元。", "全年收取信息处理费120元，已上缴。"];
    vec![one[rng.below(3)].to_owned()]
}

fn some(rng: &mut Rng, from: &[&str], least: usize) -> Vec<String> {
    let skip = rng.below(from.len() - least);
    from[skip..].iter().take(least + rng.below(2)).map(|text| (*text).to_owned()).collect()
}

pub fn opening(truth: &Truth) -> String {
    let (agency, year) = (&truth.agency, truth.year);
    format!(
        "按照《中华人民共和国政府信息公开条例》要求，{agency}编制本报告。统计期限自{year}年1月1日起至{year}年12月31日止。\
         如有疑问请拨打0571-60012345，邮编310099。"
    )
}
