//! Telephone numbers, checked for the count of digits of their kind.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::hours::Hours;
use super::source::{Checked, SourceIndex};

/// What kind of number it is: it decides how many digits are right, and whether a call is free.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum PhoneKind {
    /// 999: three digits.
    Emergency,
    /// 101: three digits.
    NonEmergency,
    /// 0800 and 0808: ten or eleven digits; 0800 1111 has eight.
    Freephone,
    /// 01 and 02: eleven digits.
    Geographic,
    /// 03: eleven digits, and costs what a call to 01 or 02 costs.
    National,
    /// 084 and 087: eleven digits, and costs more.
    ServiceRate,
    /// 07: eleven digits. Not 070, which costs far more and can be anybody.
    Mobile,
    /// 111, and 116 with three more: short numbers that are the same everywhere.
    ShortCode,
    /// Relay UK, 18000: five digits.
    Relay,
}

impl PhoneKind {
    /// The kinds that a list from outside may have: never those of the emergency services.
    const LOCAL: [Self; 6] = [
        Self::Freephone,
        Self::Geographic,
        Self::National,
        Self::ServiceRate,
        Self::Mobile,
        Self::ShortCode,
    ];

    /// The kind of a number by its digits, for numbers of a list from outside.
    ///
    /// # Errors
    /// Why no list may have this number, and what to do.
    pub fn of_local(digits: &str) -> Result<Self, String> {
        if let Some(kind) = Self::LOCAL.into_iter().find(|kind| kind.fits(digits)) {
            return Ok(kind);
        }
        Err(match digits {
            "999" | "101" | "112" | "18000" => {
                "airt shows this number itself: leave it out".to_owned()
            }
            _ if digits.starts_with("09")
                || digits.starts_with("070")
                || digits.starts_with("118") =>
            {
                "airt takes no number that begins with 09, 070 or 118, for a call costs too much: ask for another".to_owned()
            }
            _ => format!(
                "a number of this country has other digits than {digits}: check it digit by digit"
            ),
        })
    }

    fn fits(self, digits: &str) -> bool {
        match self {
            Self::Emergency => digits == "999",
            Self::NonEmergency => digits == "101",
            Self::Freephone => {
                digits == "08001111"
                    || (digits.starts_with("0800") || digits.starts_with("0808"))
                        && matches!(digits.len(), 10 | 11)
            }
            Self::Geographic => {
                (digits.starts_with("01") || digits.starts_with("02")) && digits.len() == 11
            }
            Self::National => digits.starts_with("03") && digits.len() == 11,
            Self::ServiceRate => {
                (digits.starts_with("084") || digits.starts_with("087")) && digits.len() == 11
            }
            Self::Mobile => {
                digits.starts_with("07") && !digits.starts_with("070") && digits.len() == 11
            }
            Self::ShortCode => digits == "111" || digits.starts_with("116") && digits.len() == 6,
            Self::Relay => digits == "18000",
        }
    }
}

/// A number as it is said aloud: ASCII digits in groups, with single spaces between.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Checks a number as it is written in the data.
    ///
    /// # Errors
    /// Says what the number has that its kind does not.
    pub fn parse(written: &str, kind: PhoneKind) -> Result<Self, String> {
        let grouped = written
            .split(' ')
            .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
        if !grouped {
            return Err(format!("write the number \"{written}\" in digits with single spaces"));
        }
        if !kind.fits(&written.replace(' ', "")) {
            return Err(format!(
                "the number {written} does not have the digits of its kind ({kind:?}): check it digit by digit"
            ));
        }
        Ok(Self(written.to_owned()))
    }

    /// As it is said: `0141 276 7724`.
    pub fn spoken(&self) -> &str {
        &self.0
    }

    /// Only the digits: `01412767724`.
    pub fn digits(&self) -> String {
        self.0.replace(' ', "")
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// One number of an entry.
#[derive(Debug)]
pub struct Phone {
    /// Its id within the entry, such as `day`.
    pub id: String,
    /// What to call it when the entry has several: "Out of hours".
    pub label: Option<String>,
    pub number: PhoneNumber,
    pub kind: PhoneKind,
    /// When it is open; `None` means nobody knows, never "closed".
    pub hours: Option<Hours>,
    /// Whether it is for the time when another number of the entry is closed; its own hours are
    /// not known then.
    pub is_for_when_another_is_closed: bool,
    /// Whether there is a reason to doubt the number, told on the page of its entry.
    pub doubtful: bool,
    /// Where the number comes from.
    pub source: SourceIndex,
    /// When somebody last checked it, if anybody did.
    pub checked: Option<Checked>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_count_of_digits() {
        let right = [
            ("999", PhoneKind::Emergency),
            ("101", PhoneKind::NonEmergency),
            ("0800 0121 700", PhoneKind::Freephone),
            ("0800 1111", PhoneKind::Freephone),
            ("0141 276 7724", PhoneKind::Geographic),
            ("18000", PhoneKind::Relay),
            ("116 123", PhoneKind::ShortCode),
        ];
        for (number, kind) in right {
            assert!(PhoneNumber::parse(number, kind).is_ok(), "{number}");
        }
    }

    #[test]
    fn one_digit_too_many_or_too_few_is_refused() {
        let wrong = [
            ("99", PhoneKind::Emergency),
            ("112", PhoneKind::ShortCode),
            ("0800 0121 70", PhoneKind::Geographic),
            ("0800 111", PhoneKind::Freephone),
            ("0141 276 772", PhoneKind::Geographic),
            ("0141  276 7724", PhoneKind::Geographic),
            ("0141-276-7724", PhoneKind::Geographic),
            ("٠١٤١ ٢٧٦ ٧٧٢٤", PhoneKind::Geographic),
        ];
        for (number, kind) in wrong {
            assert!(PhoneNumber::parse(number, kind).is_err(), "{number}");
        }
    }
}
