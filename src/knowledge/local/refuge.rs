//! A place where people hide must not be found by reading a list.

use super::raw::Service;

/// What people call a place to stay or to hide in, as beginnings of words; one that ends with a space is
/// a whole word. To ask once too often costs a "no".
const PLACES: [&str; 40] = [
    "refuge ",
    "refuges ",
    "shelter ",
    "shelters ",
    "safe house",
    "safehouse",
    "safe home",
    "safe accom",
    "safe place",
    "safe bed",
    "safe room",
    "safe flat",
    "sanctuary",
    "women s aid",
    "womens aid",
    "women s house",
    "womens house",
    "hostel",
    "crisis flat",
    "crisis house",
    "crisis bed",
    "crisis room",
    "crisis accom",
    "night stop",
    "nightstop",
    "night shelter",
    "bed for",
    "bed tonight",
    "beds ",
    "overnight",
    "stay the night",
    "place to stay",
    "somewhere to stay",
    "place to live",
    "lodging",
    "supported hous",
    "temporary hous",
    "half way house",
    "halfway house",
    "move on flat",
];
/// Words that speak of people who hide, or of rooms, in the same way: told of nearly every place to hide,
/// and of some others.
const SIGNS: [&str; 38] = [
    "safe space",
    "women only",
    "women who",
    "women and their children",
    "women and children",
    "domestic",
    "abus",
    "violen",
    "traffick",
    "exploit",
    "survivor",
    "forced marriage",
    "forced into",
    "honour",
    "slavery",
    "victim",
    "confidential",
    "secret ",
    "hidden",
    "hide",
    "hiding",
    "crisis",
    "sleep",
    "accommodation",
    "house ",
    "houses ",
    "cottage ",
    "lodge ",
    "flat ",
    "flats ",
    "room ",
    "rooms ",
    "bed ",
    "bedroom",
    "bedsit",
    "flee",
    "fled",
    "had to leave",
];
/// Words of streets.
const STREETS: [&str; 13] = [
    "Street", "Road", "Avenue", "Lane", "Terrace", "Crescent", "Drive", "Gardens", "Square",
    "Wynd", "Brae", "Vennel", "Grove",
];
/// Short forms of words of streets; a saint and a doctor are written as the last two.
pub const SHORT_STREETS: [(&str, &str); 11] = [
    ("rd", "road"),
    ("ave", "avenue"),
    ("ln", "lane"),
    ("terr", "terrace"),
    ("cres", "crescent"),
    ("sq", "square"),
    ("gdns", "gardens"),
    ("pl", "place"),
    ("ct", "court"),
    ("st", "street"),
    ("dr", "drive"),
];
const TITLES: &str = "st dr";
/// Words of buildings and streets that have a name before them, and what is no name.
const HOUSES: [&str; 10] =
    ["House", "Cottage", "Lodge", "Villa", "Flats", "Tower", "Towers", "Place", "Court", "Loan"];
const NO_NAMES: &str = "the a an our your this that any no every one first last safe crisis town warm quiet work \
    sheriff high family county crown supreme peace criminal civil abuse student bank budgeting \
    in at on to from near by behind opposite beside for with of and or see ask call contact visit";
/// Numbers in words; the first nine are of one digit.
pub(super) const NUMBERS: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety \
    hundred";
/// What stands behind a number that tells a time or counts: "at ten every night", "at two places".
const NO_DOORS: &str = "am pm a p o oclock in on at to and or until till each every most daily sharp the for from if \
    when with minutes hours days weeks months years of places other different";
/// What stands before the number of a door, and what behind a number that is none of a door.
const BEFORE_A_DOOR: &str = "number no nos door flat apartment buzz buzzer";
const NO_HOMES: &str = "bus buses tram hour hours day days week weeks night nights minutes time times people women \
    men families beds rooms of to or";
/// The letters of the postcodes of Scotland.
const POSTCODE_AREAS: &str = "AB DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE";
/// Fewer digits behind a point are those of money.
const DIGITS_OF_A_PLACE: usize = 3;

/// Words that say of a place that nobody may know it, wherever they stand.
const SECRET: [&str; 8] = [
    " secret ",
    " undisclosed ",
    " do not give out ",
    " dont give out ",
    " not to be given out ",
    " do not publish ",
    " not to be published ",
    " do not disclose ",
];
/// Words that say it in an address, or beside the word "address".
const SECRET_ADDRESS: [&str; 7] = [
    " confidential ",
    " private ",
    " do not share ",
    " dont share ",
    " not to be shared ",
    " withheld ",
    " not for sharing ",
];
const ADDRESSES: [&str; 5] =
    [" address ", " location ", " whereabouts ", " where it is ", " where we are "];

/// Whether people may hide there.
pub fn looks_like_refuge(service: &Service) -> bool {
    is_place_to_stay(service) || says(service, &SIGNS) || says_secret(service)
}

/// Whether a row says itself that nobody may know the place; not "we do not share your address".
pub(super) fn says_secret(service: &Service) -> bool {
    service.cells().any(|(column, text, _)| {
        text.to_lowercase().split(['.', '!', '?', ';']).any(|sentence| {
            let sentence = sentence.replace(['\'', '\u{2019}'], "");
            let sentence = format!(" {} ", words(&sentence).join(" "));
            let has = |list: &[&str]| list.iter().any(|words| sentence.contains(words));
            let is_of_place = column == "address" || has(&ADDRESSES);
            !sentence.contains(" your ") && (has(&SECRET) || is_of_place && has(&SECRET_ADDRESS))
        })
    })
}

/// Whether it is called what a place to stay or to hide in is called: then it is asked about though no
/// address is seen, for one can be told in words that nobody foresees.
pub(super) fn is_place_to_stay(service: &Service) -> bool {
    says(service, &PLACES)
}

fn says(service: &Service, signs: &[&str]) -> bool {
    let Service { name, what_it_does, who_for, words_people_use, phone_note, source, .. } = service;
    let text = [name, what_it_does, who_for, words_people_use, phone_note, source];
    let text = text.map(String::as_str).join(" ").to_lowercase();
    let words: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words = format!(" {} ", words.split_whitespace().collect::<Vec<_>>().join(" "));
    let begins = |(place, _): (usize, &str)| words[..place].ends_with(' ');
    signs.iter().any(|sign| words.match_indices(*sign).any(begins))
}

/// Whether a postcode, a door or a street with its name stands in a text.
pub(super) fn says_door(text: &str) -> bool {
    let words = words(text);
    has_postcode(text)
        || has_street(&words)
        || text
            .split(|c: char| c.is_ascii_punctuation())
            .any(|part| has_short_street(&self::words(part)))
        || has_door(&words)
        || has_number_of_door(&words)
        || is_on_a_map(text)
}

/// Whether the first half of a postcode of Scotland stands in a text: `DD2`, `DD 2`; not the bank holidays of
/// hours, `PH 10:00`.
pub(super) fn says_district(text: &str) -> bool {
    let is_district = |word: &str| {
        let area = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let digits = word.len() - area.len();
        (1..=2).contains(&digits) && is_of(POSTCODE_AREAS, &area.to_uppercase())
    };
    let spaced: Vec<&str> = text.split_whitespace().collect();
    let is_spaced = |two: &[&str]| {
        let area = two[0].trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let number = two[1].trim_end_matches(|letter: char| !letter.is_alphanumeric());
        is_of(POSTCODE_AREAS, area) && is_district(&format!("{area}{number}"))
    };
    words(text).into_iter().any(is_district) || spaced.windows(2).any(is_spaced)
}

/// Three words of what3words, or how far north and west: `56.4712`.
fn is_on_a_map(text: &str) -> bool {
    let digits = |part: &str| part.chars().take_while(char::is_ascii_digit).count();
    let parts: Vec<&str> = text.split('.').collect();
    let is_decimal = |two: &[&str]| {
        two[0].ends_with(|c: char| c.is_ascii_digit()) && digits(two[1]) >= DIGITS_OF_A_PLACE
    };
    text.contains("///")
        || text.to_lowercase().contains("what3words")
        || parts.windows(2).any(is_decimal)
}

/// `number 14`, `Door no. 14`, `Flat 3/1`; not "the number 14 bus", "no one".
fn has_number_of_door(words: &[&str]) -> bool {
    words.windows(2).enumerate().any(|(place, two)| {
        let before = two[0].to_lowercase();
        let next = words.get(place + 2).map(|next| next.to_lowercase());
        let is_counted = next.is_some_and(|next| is_of(NO_HOMES, &next));
        let is_day_and_night = two[1] == "24" && words.get(place + 2) == Some(&"7");
        let is_said = before != "no" || two[1].starts_with(|c: char| c.is_ascii_digit());
        is_of(BEFORE_A_DOOR, &before)
            && is_number(two[1])
            && is_said
            && !is_counted
            && !is_day_and_night
    })
}

fn is_of(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

fn words(text: &str) -> Vec<&str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

/// `12 Hill Street`, `twelve hill street`, `Hill Street`; not "a street", "five minutes drive".
fn has_street(words: &[&str]) -> bool {
    let is_name = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    words.windows(2).any(|two| STREETS.contains(&two[1]) && is_name(&two[0]))
        || words.windows(3).any(|three| {
            let mut streets = STREETS.iter().chain(SHORT_STREETS.iter().map(|(short, _)| short));
            is_number(three[0])
                && !three[1].starts_with("minute")
                && streets.any(|street| street.eq_ignore_ascii_case(three[2]))
        })
}

/// `Hill Ave`, `Orchard St bus stop`; not "Church of St Andrew", "near St Andrews".
fn has_short_street(words: &[&str]) -> bool {
    words.windows(2).enumerate().any(|(place, two)| {
        let short = two[1].to_lowercase();
        let next = words.get(place + 2);
        let is_title =
            is_of(TITLES, &short) && next.is_some_and(|next| next.starts_with(char::is_uppercase));
        SHORT_STREETS.iter().any(|(street, _)| *street == short) && !is_title && is_name(two[0])
    })
}

/// `Orchard`; not "The", "Sheriff".
fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !is_of(NO_NAMES, &word.to_lowercase())
}

/// `at fourteen orchard`; not "at ten every night".
fn has_door(words: &[&str]) -> bool {
    words.windows(3).any(|three| {
        let next = three[2].to_lowercase();
        let is_door = !is_of(NO_DOORS, &next) && !is_number(&next);
        three[0].eq_ignore_ascii_case("at") && is_number(three[1]) && is_door
    })
}

/// Whether a house stands in a text by its name: `Orchard House`, `Rowan Court`; not "The House".
pub(super) fn says_house(text: &str) -> bool {
    words(text).windows(2).any(|two| HOUSES.contains(&two[1]) && is_name(two[0]))
}

/// `14`, `14b`, `fourteen`; not `9am`.
fn is_number(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_digits = rest.len() < word.len() && rest.chars().count() <= 1;
    is_digits || NUMBERS.split(' ').any(|number| number.eq_ignore_ascii_case(word))
}

/// Whether a word in small letters is a number of a door, or stands beside one: `14b`, `fourteen`, `flat`, `b`.
pub fn is_of_a_door(word: &str) -> bool {
    let is_digits = word.starts_with(|first: char| first.is_ascii_digit());
    let is_letter = word.chars().count() == 1;
    is_digits || is_letter || is_of(BEFORE_A_DOOR, word) || is_number(word)
}

/// Whether a text has a postcode of the United Kingdom, with or without its space.
pub(super) fn has_postcode(text: &str) -> bool {
    let letters: Vec<char> = text.to_uppercase().chars().collect();
    (0..letters.len()).any(|start| {
        let begins = start == 0 || !letters[start - 1].is_alphanumeric();
        begins && postcode_at(&letters[start..])
    })
}

/// One or two letters, a digit, perhaps a digit or letter; then a digit and two letters.
fn postcode_at(letters: &[char]) -> bool {
    let area = letters.iter().take_while(|letter| letter.is_ascii_uppercase()).count();
    let inward = |from: usize| {
        let from =
            from + letters[from.min(letters.len())..].iter().take_while(|c| **c == ' ').count();
        let Some([digit, one, two]) = letters.get(from..from + 3) else { return false };
        let ends = letters.get(from + 3).is_none_or(|letter| !letter.is_alphanumeric());
        digit.is_ascii_digit() && one.is_ascii_uppercase() && two.is_ascii_uppercase() && ends
    };
    let has_digit = letters.get(area).is_some_and(char::is_ascii_digit);
    let has_more = letters.get(area + 1).is_some_and(char::is_ascii_alphanumeric);
    (1..=2).contains(&area) && has_digit && (inward(area + 1) || has_more && inward(area + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_is_seen_however_it_is_written() {
        for text in ["at DD1 4QB", "DD14QB", "g2 1aa, top bell", "EC1A 1BB", "M1 1AE"] {
            assert!(has_postcode(text), "{text}");
        }
        for text in [
            "at 12 hill street",
            "at twelve hill street",
            "Meet in Hill Street",
            "4a Mill Rd.",
            "at fourteen orchard",
            "Orchard House, top bell",
        ] {
            assert!(says_door(text) || says_house(text), "{text}");
        }
        for text in [
            "people from the street",
            "2 women in one place",
            "A bed in St Andrews",
            "The Safe Place",
            "Come to the House",
            "at ten every night",
            "at 9am or at 10 o'clock",
            "five minutes drive",
        ] {
            assert!(!says_door(text) && !says_house(text), "{text}");
        }
        for text in ["", "DD1", "room B12", "24 hours", "Bus 12 or 4A", "A1 road", "é"] {
            assert!(!has_postcode(text), "{text}");
        }
    }
}
