package nl.wegwijzer.account;

import java.util.Arrays;
import nl.wegwijzer.seal.UnsealException;

/**
 * Keys and recovery code that were drawn for an invitation and are not stored yet: they travel sealed in the page until
 * the person has shown that their phone makes the right codes.
 */
record Enrolment(OfficialKeys keys, RecoveryCode recovery) {

    static Enrolment generate() {
        return new Enrolment(OfficialKeys.generate(), RecoveryCode.generate());
    }

    byte[] bytes() {
        byte[] keyBytes = keys.bytes();
        byte[] bytes = Arrays.copyOf(keyBytes, keyBytes.length + RecoveryCode.BYTES);
        System.arraycopy(recovery.bytes(), 0, bytes, keyBytes.length, RecoveryCode.BYTES);
        return bytes;
    }

    static Enrolment ofBytes(byte[] bytes) {
        int keyBytes = bytes.length - RecoveryCode.BYTES;
        if (keyBytes < 0) {
            throw new UnsealException("an enrolment is longer");
        }
        return new Enrolment(
                OfficialKeys.ofBytes(Arrays.copyOf(bytes, keyBytes)),
                RecoveryCode.ofBytes(Arrays.copyOfRange(bytes, keyBytes, bytes.length)));
    }

    @Override
    public String toString() {
        return "Enrolment[redacted]";
    }
}
