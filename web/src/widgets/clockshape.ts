// SPDX-License-Identifier: Apache-2.0
/** A clock in 16 by 16, for those who draw with a framework and for those who draw without. */
export const CLOCK = "M8 2.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11ZM8 5v3.200l2 1.300";
