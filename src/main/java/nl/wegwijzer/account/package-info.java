/**
 * Signing in as an official: passphrase, second factor, sessions and key pairs. The page records here are what the
 * templates show. Start at {@link nl.wegwijzer.account.SignInPage}.
 */
package nl.wegwijzer.account;
