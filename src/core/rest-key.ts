/** Keys of rests (`leadingRows`), by themselves, for a browser to tell them by. No code has a space in it. */
export const REST = 'the rest';
export const REST_OF_REGIONS = 'the rest of regions';
