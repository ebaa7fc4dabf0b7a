package nl.wegwijzer.seal;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106). It takes tens of milliseconds and megabytes: call it on a worker, never on an event loop. */
final class Argon2id {
    private Argon2id() {}

    /** The cost of one derivation. */
    record Cost(int memoryKiB, int iterations) {
        /** For the passphrases and recovery codes of officials. */
        static final Cost PASSPHRASE = new Cost(64 * 1024, 3);
        /** For receipts, whose words are random and need less stretching. */
        static final Cost RECEIPT = new Cost(19 * 1024, 2);
    }

    static byte[] derive(byte[] secret, byte[] salt, byte[] pepper, Cost cost, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKiB())
                .withIterations(cost.iterations())
                .withParallelism(1)
                .withSalt(salt)
                .withSecret(pepper)
                .build());
        byte[] derived = new byte[length];
        generator.generateBytes(secret, derived);
        return derived;
    }
}
