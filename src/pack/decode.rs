//! The text of a spreadsheet, in whatever letters it was saved.

use std::borrow::Cow;

/// Bytes 80 to 9F of Windows-1252, as the WHATWG Encoding Standard has them.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Bytes 80 to FF of Mac OS Roman, as the WHATWG Encoding Standard has them ("macintosh").
const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// UTF-8 or UTF-16, with or without the mark that tells; anything else is of an older
/// spreadsheet: Mac OS Roman or Windows-1252.
///
/// # Errors
/// What to save instead of a workbook.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, String> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err("this is a workbook: save it as CSV UTF-8, and give that file".to_owned());
    }
    let zeros =
        |first: usize| bytes.iter().skip(first).step_by(2).take(64).filter(|b| **b == 0).count();
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => Ok(String::from_utf8_lossy(rest)),
        [0xff, 0xfe, rest @ ..] => Ok(wide(rest, u16::from_le_bytes).into()),
        [0xfe, 0xff, rest @ ..] => Ok(wide(rest, u16::from_be_bytes).into()),
        _ if zeros(1) > zeros(0) => Ok(wide(bytes, u16::from_le_bytes).into()),
        _ if zeros(0) > 0 => Ok(wide(bytes, u16::from_be_bytes).into()),
        _ => Ok(std::str::from_utf8(bytes).map_or_else(|_| older(bytes).into(), Cow::Borrowed)),
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect()
}

fn older(bytes: &[u8]) -> String {
    if is_of_a_mac(bytes) { macintosh(bytes) } else { windows(bytes) }
}

/// Whether lines end as only old Macs end them, or a byte that is a sign or a rare capital in
/// Windows-1252 stands behind a small letter, where Mac OS Roman has a letter.
fn is_of_a_mac(bytes: &[u8]) -> bool {
    let has_old_ends = bytes.contains(&b'\r') && !bytes.contains(&b'\n');
    let is_letter = |byte: u8| matches!(byte, 0x80..=0x84 | 0x86..=0x90 | 0x9a | 0x9c..=0x9f);
    has_old_ends || bytes.windows(2).any(|two| two[0].is_ascii_lowercase() && is_letter(two[1]))
}

fn macintosh(bytes: &[u8]) -> String {
    let letters: Vec<char> = MACINTOSH.chars().collect();
    let letter =
        |byte: &u8| byte.checked_sub(0x80).map_or(char::from(*byte), |at| letters[usize::from(at)]);
    bytes.iter().map(letter).collect()
}

fn windows(bytes: &[u8]) -> String {
    let letter = |byte: &u8| match byte {
        0x80..=0x9f => WINDOWS_1252.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
        _ => char::from(*byte),
    };
    bytes.iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_of_saving_gives_the_same_text() {
        let text = "name;source\nCafé – “Tiếng”;we\n";
        let wide =
            |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let ways = [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            [b"\xff\xfe".to_vec(), wide(u16::to_le_bytes)].concat(),
            [b"\xfe\xff".to_vec(), wide(u16::to_be_bytes)].concat(),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
        ];
        for bytes in ways {
            assert_eq!(decode(&bytes).as_deref(), Ok(text), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_utf_8_is_of_an_older_spreadsheet() {
        assert_eq!(decode(b"Caf\xe9 \x96 \x80 10").as_deref(), Ok("Café – € 10"));
    }

    #[test]
    fn a_list_of_an_old_mac_has_its_own_letters() {
        assert_eq!(MACINTOSH.chars().count(), 128);
        assert_eq!(decode(b"Caf\x8e\rna\x95ve").as_deref(), Ok("Café\rnaïve"));
        assert_eq!(decode(b"Caf\x8e, \xa310\n").as_deref(), Ok("Café, £10\n"));
        assert_eq!(decode(b"Caf\xe9 isn\x92t \xa310\n").as_deref(), Ok("Café isn’t £10\n"));
    }

    #[test]
    fn a_workbook_is_told_from_a_list() {
        assert!(decode(b"PK\x03\x04...").is_err());
    }
}
