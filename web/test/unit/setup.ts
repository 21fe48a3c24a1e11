// SPDX-License-Identifier: Apache-2.0
// Unit tests have no server: what the page asks stays without an answer.
globalThis.fetch = () => new Promise(() => {});
