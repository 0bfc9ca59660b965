//! Labels as they really come: other words, spaces, punctuation, years, glosses, Traditional characters.

use super::damage::Damages;
use super::rng::Rng;

/// The label habits of one document.
pub struct Labels {
    words: bool,
    spaces: bool,
    brackets: bool,
    commas: bool,
    quotes: bool,
    number: Option<&'static str>,
    years: bool,
    guidance: bool,
    groups_numbered: bool,
    traditional: Option<bool>,
    pinyin: bool,
    year: u32,
    rng: std::cell::RefCell<Rng>,
}

const WORDS: &[(&str, &[&str])] = &[
    ("其他法律行政法规禁止公开", &["其他法律法规禁止公开", "其他法律行政止公开"]),
    ("四类过程性信息", &["四类过程类信息"]),
    ("补正后申请", &["补证后申请"]),
    ("确认或重新出具", &["确认或者重新出具"]),
    ("结果维持", &["结果维护"]),
    ("结转下年度继续办理", &["结转下年继续办理", "结转下一年度继续办理"]),
    ("勾稽关系", &["钩稽关系"]),
    ("科研机构", &["科研企业"]),
    ("对外公开总数量", &["对外公开数量"]),
    ("本年增/减", &["本年增/"]),
    ("现行有效件数", &["现行有效件"]),
];

const SPACES: &[(&str, &str)] = &[
    ("自然人", "自 然 人"),
    ("三、本", "三、 本"),
    ("）予", "） 予"),
    ("）部", "） 部"),
    ("）不", "） 不"),
    ("）无", "） 无"),
    ("第二十条第", "第二十条  第"),
    ("一、本", "一、 本"),
];

/// Characters of the form's vocabulary, Simplified and Traditional.
const TRADITIONAL: &str = "条條项項规規许許处處罚罰强強费費购購数數对對务務业業机機构構组組织織无無关關来來\
    办辦结結转轉请請总總计計开開内內容容为為与與过過举舉诉訴复復报報议議审審经經级級执執确確认認获獲\
    类類内內属屬于於国國护護权權当當证證现現没沒须須补補给給确確询詢众眾应應务務稽稽标標项項废廢发發\
    系係别別动動际際况況单單万萬额額销銷维維纠糾尔爾书書号號续續缴繳质質阶階积積监監导導讯訊载載显顯员員训訓图圖区區县縣镇鎮";

impl Labels {
    pub fn new(damages: &Damages, year: u32) -> Self {
        let rng = damages.rng("labels");
        let mut draw = damages.rng("labels_draw");
        let punctuation = damages.has("punctuation", 35.0);
        let mut half = || punctuation && draw.chance(60.0);
        let number = [None, Some("、"), Some(". "), Some("．")];
        Self {
            words: damages.has("label_words", 25.0),
            spaces: damages.has("label_spaces", 20.0),
            brackets: half(),
            commas: half(),
            quotes: half(),
            number: if punctuation { number[damages.rng("numbers").below(4)] } else { None },
            years: damages.has("label_years", 8.0),
            guidance: damages.has("guidance", 8.0),
            groups_numbered: damages.has("groups_numbered", 5.0),
            traditional: damages.has("traditional", 6.0).then(|| damages.rng("traditional").chance(60.0)),
            pinyin: damages.has("pinyin", 4.0),
            year,
            rng: rng.into(),
        }
    }

    /// A label of the form as this document prints it.
    pub fn print(&self, label: &str) -> String {
        let mut rng = self.rng.borrow_mut();
        let mut text = label.to_owned();
        if self.words {
            for (from, to) in WORDS {
                if text.contains(from) && rng.chance(60.0) {
                    text = text.replace(from, to[rng.below(to.len())]);
                }
            }
        }
        if self.groups_numbered {
            text = numbered(&text);
        }
        if self.years {
            let (this, last) = (self.year, self.year - 1);
            text = match text.as_str() {
                "一、本年新收政府信息公开申请数量" => {
                    format!("一、本年({this})新收政府信息公开申请数量")
                }
                "二、上年结转政府信息公开申请数量" => {
                    format!("二、上年({last})结转政府信息公开申请数量")
                }
                "本年增/减" => format!("本年增/减(指{this}年增加或减少的事项数,减用负值表示,如-8)"),
                "处理决定数量" => format!("处理决定数量(指{last}年办件量)"),
                _ => text,
            };
        }
        if self.guidance && text == "其他对外管理服务事项" {
            text.push_str("(指行政许可以外的管理服务事项，含行政确认、行政处罚、行政强制等)");
        }
        if self.spaces {
            if text == "规章" {
                text = ["规    章", "规 章", "规　章"][rng.below(3)].to_owned();
            }
            text = text.replace("总计", ["总 计", "总  计"][rng.below(2)]);
            for (from, to) in SPACES {
                if rng.chance(60.0) {
                    text = text.replace(from, to);
                }
            }
        }
        self.script(self.punctuate(text), &mut rng)
    }

    fn punctuate(&self, mut text: String) -> String {
        if let Some(number) = self.number {
            let second = text.chars().nth(1);
            if text.starts_with(|c: char| c.is_ascii_digit()) && second == Some('.') {
                text.replace_range(1..2, number);
            }
        }
        if self.brackets {
            text = text.replace('（', "(").replace('）', ")");
        }
        if self.commas {
            text = text.replace('，', ", ").replace('：', ":");
        }
        if self.quotes {
            text = text.replace(['“', '”'], "\"");
        }
        text
    }

    fn script(&self, mut text: String, rng: &mut Rng) -> String {
        if let Some(wrong) = self.traditional {
            text = text.replace("规范性文件", if wrong { "規範性檔案" } else { "規範性文件" });
            text = text.replace("行政强制", if wrong { "行政強製" } else { "行政強制" });
            text = text.replace("采购", if wrong { "采購" } else { "採購" });
            text = traditional(&text);
        }
        if self.pinyin {
            for (from, gloss) in [
                ("规", "guī"),
                ("規", "guī"),
                ("对", "duì"),
                ("對", "duì"),
                ("务", "wù"),
                ("務", "wù"),
                ("项", "xiàng"),
                ("項", "xiàng"),
                ("（一）", ""),
                ("(一)", ""),
            ] {
                if rng.chance(70.0) {
                    let to =
                        if gloss.is_empty() { "(一(yī))".to_owned() } else { format!("{from}({gloss})") };
                    text = text.replace(from, &to);
                }
            }
        }
        text
    }

    /// Only the script: for headings and names.
    pub fn heading(&self, text: &str) -> String {
        if self.traditional.is_some() { traditional(text) } else { text.to_owned() }
    }
}

fn numbered(text: &str) -> String {
    for (number, han) in "一二三四五六七".chars().enumerate() {
        if let Some(rest) = text.strip_prefix(&format!("（{han}）")) {
            return format!("{}.{rest}", number + 1);
        }
    }
    text.to_owned()
}

fn traditional(text: &str) -> String {
    let pairs: Vec<char> = TRADITIONAL.chars().collect();
    text.chars().map(|c| pairs.chunks(2).find(|pair| pair[0] == c).map_or(c, |pair| pair[1])).collect()
}
