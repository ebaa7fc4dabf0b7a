/**
 * All cryptography, behind a few verbs: seal to a person's key, encrypt under a report's key, lock under a passphrase,
 * derive keys from a receipt, and seal a form. Nothing outside this package touches a cipher, and this package knows
 * nobody else. Start at {@link nl.wegwijzer.seal.Box} and {@link nl.wegwijzer.seal.ContentKey}.
 */
package nl.wegwijzer.seal;
