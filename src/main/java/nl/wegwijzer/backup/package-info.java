/**
 * Taking everything a deployment holds out of its database into one sealed archive, and putting it back into an empty
 * one. An archive opens only with the private half of a backup key; what people told stays sealed inside it as it is in
 * the database, and every row of a report once more under that report's erasure key, which is in no archive but in one
 * file that each backup replaces ({@link nl.wegwijzer.backup.ErasureKeyFile}): so no archive brings an erased report
 * back. Start at {@link nl.wegwijzer.backup.Backup} and {@link nl.wegwijzer.backup.Restore}.
 */
package nl.wegwijzer.backup;
