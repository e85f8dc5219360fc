//! Where a service is for: towns and postcodes as words, with no map.

use super::raw::Service;

/// Whether a service is for people in a place: a town such as `Dundee`, or the beginning of a
/// postcode such as `DD1` or `DD`. One that names no place is for everybody.
pub fn serves(service: &Service, asked: &str) -> bool {
    let asked = asked.trim().to_lowercase();
    let postcode = service.postcode.to_lowercase();
    let district = postcode.split(' ').next().unwrap_or_default();
    let is_postcode = asked.bytes().any(|byte| byte.is_ascii_digit());
    let for_all = service.area.is_empty() && (postcode.is_empty() || !is_postcode);
    for_all
        || is_begun_by(district, &asked)
        || service.areas().any(|area| area.to_lowercase() == asked)
}

/// `DD` begins `DD1` and `DD10`; `DD1` begins `DD1` alone.
fn is_begun_by(district: &str, asked: &str) -> bool {
    let rest = if asked.is_empty() { None } else { district.strip_prefix(asked) };
    let is_letters = asked.bytes().all(|byte| byte.is_ascii_alphabetic());
    rest.is_some_and(|rest| {
        rest.is_empty() || is_letters && rest.starts_with(|next: char| next.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service(area: &str, postcode: &str) -> Service {
        Service { area: area.to_owned(), postcode: postcode.to_owned(), ..Service::default() }
    }

    #[test]
    fn a_place_is_a_town_or_the_beginning_of_a_postcode() {
        let dundee = service("Dundee; Angus", "DD1 4QB");
        for asked in ["Dundee", "dundee", " ANGUS ", "DD1", "dd"] {
            assert!(serves(&dundee, asked), "{asked}");
        }
        for asked in ["Perth", "DD10", "D", "Dun", "DD1 4"] {
            assert!(!serves(&dundee, asked), "{asked}");
        }
        assert!(!serves(&service("", "DD10 8AB"), "DD1"));
    }

    #[test]
    fn a_service_without_a_place_is_for_everybody() {
        for asked in ["Dundee", "DD1"] {
            assert!(serves(&service("", ""), asked), "{asked}");
        }
        assert!(serves(&service("", "DD1 4QB"), "Perth"));
    }
}
