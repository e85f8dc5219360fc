//! Addresses of the web and of mail: as people type them here, as feeds must have them there.

/// An address that people can type; nothing for what is none. What every browser puts in front by
/// itself is left away.
pub(super) fn web(written: &str) -> String {
    let address = written.trim_start_matches("https://");
    let is_plain = address.chars().all(|letter| letter.is_ascii_graphic()) && address.contains('.');
    if is_plain { address.to_owned() } else { String::new() }
}

/// The same as a feed must have it (RFC 3986); nothing where that cannot be.
pub(super) fn uri(typed: &str) -> Option<String> {
    let (scheme, address) = typed.split_once("://").unwrap_or(("https", typed));
    let host = address.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.split_once(':').unwrap_or((host, "0"));
    let is_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    let is_sign =
        |letter: char| letter.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@%/?#".contains(letter);
    let is_code = |rest: &str| rest.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    let is_whole = address.chars().all(is_sign)
        && address.split('%').skip(1).all(is_code)
        && address.matches('#').count() < 2;
    let fits = ["http", "https"].contains(&scheme) && is_name(name) && is_port && is_whole;
    fits.then(|| format!("{scheme}://{address}"))
}

/// An address of mail (RFC 5321, without quotes); nothing for what is none.
pub(super) fn email(written: &str) -> Option<&str> {
    let (person, name) = written.split_once('@')?;
    let is_part =
        |letter: char| letter.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-".contains(letter);
    let is_atom = |atom: &str| !atom.is_empty() && atom.chars().all(is_part);
    // Names of other letters are written with `--` there, and not every such name is one.
    let is_plain = name.split('.').all(|label| label.get(2..4) != Some("--"));
    let fits = person.len() <= 64 && person.split('.').all(is_atom) && is_name(name) && is_plain;
    fits.then_some(written)
}

/// Whether it is the name of a computer: labels with dots between.
fn is_name(name: &str) -> bool {
    let is_label = |label: &str| {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        (1..=63).contains(&label.len())
            && label.bytes().all(is_part)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    name.contains('.') && name.split('.').all(is_label)
}
