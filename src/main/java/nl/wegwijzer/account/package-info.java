/**
 * Signing in as an official: one-time links, passphrase, second factor, sessions and key pairs. The database alone opens
 * nothing here: keys are locked under what a person knows, sessions under what their cookie holds. Start at
 * {@link nl.wegwijzer.account.SignIn}; {@link nl.wegwijzer.account.PasskeySignIn} is the way with a passkey,
 * {@link nl.wegwijzer.account.SignedIn} guards every other page for officials.
 */
package nl.wegwijzer.account;
