//! How large a picture is drawn, whatever the terminal says.

use ratatui::layout::Size;

/// The largest picture. A terminal that claims 65535 by 65535 cells would take all memory.
pub const LARGEST: Size = Size::new(300, 120);

/// The size when the terminal does not know its own.
const USUAL: Size = Size::new(80, 24);

/// The size to draw for what the terminal says of itself.
pub fn clamp(columns: u16, rows: u16) -> Size {
    if columns == 0 || rows == 0 {
        return USUAL;
    }
    Size::new(columns.min(LARGEST.width), rows.min(LARGEST.height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_believed_up_to_a_point() {
        assert_eq!(clamp(80, 24), Size::new(80, 24));
        assert_eq!(clamp(1, 1), Size::new(1, 1));
        assert_eq!(clamp(65535, 65535), LARGEST);
        assert_eq!(clamp(400, 24), Size::new(300, 24));
    }

    #[test]
    fn a_terminal_without_a_size_is_taken_for_a_usual_one() {
        assert_eq!(clamp(0, 0), USUAL);
        assert_eq!(clamp(80, 0), USUAL);
    }
}
