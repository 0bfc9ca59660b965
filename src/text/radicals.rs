//! Radicals: fonts draw 一, 行, 人 and the signs of dictionaries of which these are the heads (⼀ ⾏ ⼈) alike, and programs
//! that print pages to PDF write down the signs. They are written again as the characters, by as many bytes, so that every
//! place stays.

use alloc::string::String;

use memchr::{memchr_iter, memmem};

/// The characters of the 214 radicals from U+2F00 on, as they are written today, by three bytes each.
const RADICALS: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕\
    大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日\
    曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音\
    頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Where the radicals begin.
const FIRST: u32 = 0x2F00;

/// Simplified ones and variants, each before its character.
const VARIANTS: &str = "\
    ⺠民⺟母⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

/// Signs of three bytes, drawings of lines among them, that are looked at one by one.
const FEW: usize = 200;

/// The text with characters for radicals; `None` when it has none, as nearly all.
pub(crate) fn unified(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let is_radical = |at: usize| matches!(bytes.get(at + 1), Some(0xBA..=0xBF));
    let mut signs = memchr_iter(0xE2, bytes);
    let found = signs.by_ref().take(FEW).any(is_radical);
    // 一 and 行 are among them.
    let mut far = || signs.next().is_some() && FAR.iter().any(|two| memmem::find(bytes, two).is_some());
    (found || far()).then(|| text.chars().map(character).collect())
}

/// How ⼀ and ⾏ begin.
const FAR: [&[u8]; 2] = [&[0xE2, 0xBC], &[0xE2, 0xBE]];

fn character(c: char) -> char {
    let variant = || VARIANTS.chars().skip_while(|own| *own != c).nth(1);
    let radical = || RADICALS.chars().nth(u32::from(c).checked_sub(FIRST)? as usize);
    match c {
        '\u{2E80}'..='\u{2EFF}' => variant(),
        '\u{2F00}'..='\u{2FD5}' => radical(),
        _ => None,
    }
    .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_are_written_by_as_many_bytes() {
        assert_eq!(RADICALS.chars().count(), 214);
        assert!(RADICALS.chars().chain(VARIANTS.chars()).all(|c| c.len_utf8() == 3));
        assert_eq!(
            unified("⼀、⾏政复议，⼈⺠政府，⻔⼾⽹站").as_deref(),
            Some("一、行政复议，人民政府，门户网站")
        );
        assert_eq!(unified("┌─┐一、行政复议—"), None);
        let drawn = "─".repeat(FEW);
        assert_eq!(unified(&[&drawn, "⾏"].concat()), Some([&drawn, "行"].concat()));
    }
}
