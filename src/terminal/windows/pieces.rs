//! Bytes to write, in UTF-16 and in pieces.

use std::io;

use zeroize::Zeroizing;

/// The most that is written at once: what the clear may have to wait for.
const PIECE: usize = 2048;

/// Hands text over a piece at a time, and overwrites it. What is no UTF-8 is left out.
pub(super) fn in_pieces(
    bytes: &[u8],
    mut take: impl FnMut(&[u16]) -> io::Result<()>,
) -> io::Result<()> {
    let mut piece = Zeroizing::new([0; PIECE]);
    let mut length = 0;
    for letter in bytes.utf8_chunks().flat_map(|chunk| chunk.valid().chars()) {
        length += letter.encode_utf16(&mut piece[length..]).len();
        if length + 2 > PIECE {
            take(&piece[..length])?;
            length = 0;
        }
    }
    take(&piece[..length])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_text_and_split_no_letter() {
        let text = "a😀".repeat(2000);
        let (mut whole, mut pieces) = (Vec::new(), 0);
        let taken = in_pieces(text.as_bytes(), |piece| {
            assert!(String::from_utf16(piece).is_ok());
            whole.extend_from_slice(piece);
            pieces += 1;
            Ok(())
        });
        assert!(taken.is_ok());
        assert_eq!(String::from_utf16(&whole).ok(), Some(text));
        assert!(pieces > 2);
    }
}
