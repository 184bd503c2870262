/**
 * OWASP's Password Storage Cheat Sheet, the strongest of its scrypt lines. One hash takes 128 MiB while it is made. In a
 * file of its own, so that tests of what is around it need not pay it.
 */
export const passwordCost = { N: 2 ** 17, r: 8, p: 1 }
