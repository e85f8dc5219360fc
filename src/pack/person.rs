//! A source that names a person: it is shown to everybody, and staff of a place where people hide may be
//! in danger, too.

/// What stands before a person's name.
const BEFORE: &str = "mr mrs ms miss mx dr sister father reverend rev";
/// What people write before who told them.
const TOLD_BY: [&str; 4] = ["told by", "said by", "spoke to", "spoke with"];
/// First names of many people in Scotland. Where it is asked once too often, nothing is left out.
const FIRST: &str = "aileen alan alison amanda andrew angela ann anna anne barbara brian callum carol caroline \
    catherine christine claire colin craig david deborah donna elaine elizabeth emma euan fiona \
    gillian gordon graham heather helen iain ian jacqueline james jane janet jean jennifer \
    joanne john julie karen kathleen kenneth kirsty laura lesley linda lisa lorraine lynn \
    margaret maria mary michael michelle mohammed moira nicola pamela patricia paul peter robert \
    ruth sandra sarah sharon susan yvonne";
/// What makes a name that of a place or of many: "James Watt College".
const NO_PERSON: &str = "centre center church college university school hospital trust house society foundation fund \
    clinic council group website page leaflet kitchen hall project";

/// Whether a text looks like it names a person.
pub(super) fn is_named(source: &str) -> bool {
    let is_sign = |letter: char| !letter.is_alphanumeric() && letter != '\'';
    let words: Vec<&str> = source.split(is_sign).filter(|word| !word.is_empty()).collect();
    let is_of = |list: &str, word: &str| list.split(' ').any(|one| one.eq_ignore_ascii_case(word));
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && !is_of(NO_PERSON, word);
    let begins = source.to_lowercase();
    let told = TOLD_BY.iter().any(|told| begins.starts_with(told));
    let one = told && words.get(2).is_some_and(|word| is_of(FIRST, word));
    one || words.windows(2).enumerate().any(|(place, two)| {
        let is_begun = is_of(BEFORE, two[0]) || is_of(FIRST, two[0]);
        let is_longer = words.get(place + 2).is_some_and(|next| is_of(NO_PERSON, next));
        is_begun && is_name(two[0]) && is_name(two[1]) && !is_longer
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_seen_and_an_organisation_is_not() {
        for source in [
            "Told by Mary Smith",
            "Mary Smith",
            "Mary Smith, by their website",
            "Spoke to Fiona",
            "Mrs Khan",
            "Dr. Nowak, by phone",
        ] {
            assert!(is_named(source), "{source}");
        }
        for source in [
            "us",
            "Dundee Together",
            "Their website",
            "Women's Aid",
            "Told by the people who run it",
            "James Watt College",
            "Mary Smith Trust",
            "St Mary's Church",
            "NHS Tayside",
            "www.example.org",
            "The kitchen's own page",
        ] {
            assert!(!is_named(source), "{source}");
        }
    }
}
