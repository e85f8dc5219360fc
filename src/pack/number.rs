//! A telephone number as people and spreadsheets write it.

/// How a number of eleven digits is said, by how it begins: the sizes of its groups.
const GROUPS: [(&str, [usize; 3]); 11] = [
    ("02", [3, 4, 4]),
    ("011", [4, 3, 4]),
    ("0121", [4, 3, 4]),
    ("0131", [4, 3, 4]),
    ("0141", [4, 3, 4]),
    ("0151", [4, 3, 4]),
    ("0161", [4, 3, 4]),
    ("0171", [4, 3, 4]),
    ("0191", [4, 3, 4]),
    ("03", [4, 3, 4]),
    ("08", [4, 3, 4]),
];

/// A number ready to be checked.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Written {
    /// Digits in groups with single spaces between.
    pub number: String,
    /// What was put right, and must be looked at.
    pub mended: Option<String>,
}

/// Reads one number of this country.
///
/// # Errors
/// What the cell has that cannot be called, and what to do.
pub(super) fn read(cell: &str) -> Result<Written, String> {
    let cell = cell.trim().trim_start_matches(['\'', '"']);
    if is_eaten(cell) {
        return Err(format!(
            "this number was changed by the spreadsheet to {cell}: make the column text, and type the number again"
        ));
    }
    let tail =
        |c: char| c.is_ascii_digit() || " +-().\u{a0}\u{2010}\u{2011}\u{2012}\u{2013}".contains(c);
    let cell = cell.strip_prefix("tel:").or(cell.strip_prefix("Tel:")).unwrap_or(cell).trim();
    if !cell.chars().all(tail) {
        return Err(format!(
            "write one number here and nothing else, not \"{cell}\": words go into phone_note"
        ));
    }
    let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
    // No number of this country has so many digits without its code.
    let has_code = digits.len() == 12 && digits.starts_with("44");
    let is_abroad = cell.starts_with('+') || digits.starts_with("00") || has_code;
    let inland = digits.trim_start_matches("00").strip_prefix("44").filter(|_| is_abroad);
    if let Some(inland) = inland {
        let digits = format!("0{}", inland.trim_start_matches('0'));
        return Ok(Written { number: grouped(&digits), mended: None });
    }
    if is_abroad {
        return Err("this is a number of another country: write one of this country".to_owned());
    }
    if digits.len() == 10 && digits.starts_with(['1', '2', '3', '7', '8']) {
        let number = grouped(&format!("0{digits}"));
        let mended =
            Some(format!("the spreadsheet took the first 0 away; it was put back: {number}"));
        return Ok(Written { number, mended });
    }
    let as_written = cell.split(' ').collect::<Vec<_>>().join(" ");
    let is_grouped = as_written.contains(' ')
        && as_written
            .split(' ')
            .all(|group| group.len() > 1 && group.bytes().all(|b| b.is_ascii_digit()));
    Ok(Written { number: if is_grouped { as_written } else { grouped(&digits) }, mended: None })
}

/// `1.41885E+09`, `1,41885E+09` and `1412767724.0`: digits are gone for good, or may be.
fn is_eaten(cell: &str) -> bool {
    let cell = cell.to_ascii_uppercase();
    let is_power = cell.split_once('E').is_some_and(|(before, after)| {
        before.starts_with(|c: char| c.is_ascii_digit())
            && after.trim_start_matches('+').bytes().all(|b| b.is_ascii_digit())
    });
    is_power || cell.ends_with(".0") || cell.starts_with('#')
}

fn grouped(digits: &str) -> String {
    let groups: &[usize] = match digits {
        "08001111" => &[4, 4],
        _ if digits.len() == 11 => {
            let known = GROUPS.iter().find(|(begin, _)| digits.starts_with(begin));
            known.map_or(&[5, 6], |(_, groups)| groups.as_slice())
        }
        _ if digits.len() == 10 => &[4, 3, 3],
        _ if digits.len() == 6 => &[3, 3],
        _ => &[digits.len()],
    };
    let mut rest = digits;
    let mut parts = Vec::new();
    for &size in groups {
        let (part, behind) = rest.split_at(size.min(rest.len()));
        parts.push(part);
        rest = behind;
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (cell, number) in [
            ("0141 276 7724", "0141 276 7724"),
            ("(0141) 276-7724", "0141 276 7724"),
            ("+44 141 276 7724", "0141 276 7724"),
            ("+44 (0)141 276 7724", "0141 276 7724"),
            ("00441412767724", "0141 276 7724"),
            ("44 141 276 7724", "0141 276 7724"),
            ("01382123456", "01382 123456"),
            ("tel:07700900123", "07700 900123"),
            ("02079460000", "020 7946 0000"),
            ("'0808 157 0000", "0808 157 0000"),
            ("116123", "116 123"),
            ("0141\u{a0}276\u{a0}7724", "0141 276 7724"),
            ("0 1 4 1 2 7 6 7 7 2 4", "0141 276 7724"),
        ] {
            assert_eq!(
                read(cell),
                Ok(Written { number: number.to_owned(), mended: None }),
                "{cell}"
            );
        }
    }

    #[test]
    fn a_first_zero_is_put_back_and_told() {
        let read = read("1412767724").unwrap();
        assert_eq!(read.number, "0141 276 7724");
        assert!(read.mended.unwrap().contains("put back: 0141 276 7724"));
    }

    #[test]
    fn a_number_that_the_spreadsheet_ate_is_never_guessed() {
        for cell in ["1.41885E+09", "1,41277E+9", "1.41E9", "1412767724.0", "#NAME?", "#####"] {
            assert!(read(cell).unwrap_err().contains("changed by the spreadsheet"), "{cell}");
        }
    }

    #[test]
    fn words_and_second_numbers_are_refused() {
        for cell in
            ["0141 276 7724 or 0141 276 7725", "ask Anna", "0141 276 7724 ext 4", "+1 202 555 0100"]
        {
            assert!(read(cell).is_err(), "{cell}");
        }
    }
}
