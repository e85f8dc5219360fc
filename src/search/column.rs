//! Numbers side by side in one piece of memory, as they stand in the file of a pack: nothing is made
//! of them when it is opened.

use std::sync::Arc;

/// Numbers of so many bytes each, little-endian.
#[derive(Clone, Debug)]
pub struct Column<const WIDTH: usize>(Arc<[u8]>);

impl<const WIDTH: usize> Column<WIDTH> {
    /// The greatest number that fits.
    pub const MOST: u32 = u32::MAX >> (32 - 8 * WIDTH);

    /// Takes numbers; what is too great becomes the greatest, which [`super::index::Index::open`]
    /// refuses.
    pub fn of(numbers: impl IntoIterator<Item = u32>) -> Self {
        let mut bytes = Vec::new();
        for number in numbers {
            bytes.extend_from_slice(&number.min(Self::MOST).to_le_bytes()[..WIDTH]);
        }
        Self(bytes.into())
    }

    /// Takes bytes from outside, if they are whole numbers.
    pub fn open(bytes: Arc<[u8]>) -> Option<Self> {
        bytes.len().is_multiple_of(WIDTH).then_some(Self(bytes))
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn len(&self) -> usize {
        self.0.len() / WIDTH
    }

    /// The number at `place`; 0 where there is none.
    pub fn get(&self, place: usize) -> u32 {
        self.numbers().get(place).map_or(0, number)
    }

    /// The numbers as they lie there.
    pub fn numbers(&self) -> &[[u8; WIDTH]] {
        self.0.as_chunks().0
    }

    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.numbers().iter().map(number)
    }

    /// Where part `place` begins, of parts that stand one behind the other and end at these numbers.
    pub fn start(&self, place: usize) -> usize {
        place.checked_sub(1).map_or(0, |before| self.get(before) as usize)
    }

    /// Whether these are ends of parts, none before another, that fill `whole`.
    pub fn divides(&self, whole: usize) -> bool {
        self.iter().is_sorted() && self.start(self.len()) == whole
    }
}

/// A number as it lies there.
pub fn number<const WIDTH: usize>(bytes: &[u8; WIDTH]) -> u32 {
    let mut all = [0; 4];
    all[..WIDTH].copy_from_slice(bytes);
    u32::from_le_bytes(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let column = Column::<3>::of([0, 70_000, u32::MAX]);
        assert_eq!(column.iter().collect::<Vec<_>>(), [0, 70_000, 0xff_ffff]);
        assert_eq!((column.len(), column.get(1), column.get(3)), (3, 70_000, 0));
        assert!(Column::<3>::open([1, 2, 3, 4].as_slice().into()).is_none());
        assert!(Column::<4>::of([1, 1, 5]).divides(5));
        assert!(!Column::<4>::of([1, 6, 5]).divides(5));
        assert!(!Column::<4>::of([]).divides(5));
    }
}
