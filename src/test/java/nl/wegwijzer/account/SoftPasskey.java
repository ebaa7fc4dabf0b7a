package nl.wegwijzer.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.wegwijzer.seal.Randomness;

/** A device with a passkey and the browser around it, in software: an ES256 key, its CBOR written by hand. */
final class SoftPasskey {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int WITH_CREDENTIAL = 0x40;

    private final byte[] id;
    private final KeyPair keys;
    private long count;
    private byte[] userHandle = new byte[0];

    private SoftPasskey(byte[] id) {
        this.id = id;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static SoftPasskey fresh() {
        return new SoftPasskey(Randomness.bytes(32));
    }

    /** Another key under the name of this one. */
    SoftPasskey impostor() {
        SoftPasskey impostor = new SoftPasskey(id);
        impostor.count = count + 100;
        return impostor;
    }

    SoftPasskey countingTo(long reached) {
        count = reached;
        return this;
    }

    SoftPasskey rememberingWhoseItIs(byte[] handle) {
        userHandle = handle.clone();
        return this;
    }

    String name() {
        return text(id);
    }

    /** What the browser and the device say of where and how they were asked. */
    record Setting(
            String origin,
            String place,
            String verb,
            boolean present,
            boolean verified,
            boolean syncs,
            boolean framed) {
        static final Setting HONEST =
                new Setting(StaffSite.PLACE.origin(), StaffSite.PLACE.id(), "webauthn.get", true, true, false, false);

        Setting at(String otherOrigin) {
            return new Setting(otherOrigin, place, verb, present, verified, syncs, framed);
        }

        Setting forPlace(String otherPlace) {
            return new Setting(origin, otherPlace, verb, present, verified, syncs, framed);
        }

        Setting saying(String otherVerb) {
            return new Setting(origin, place, otherVerb, present, verified, syncs, framed);
        }

        Setting withoutVerification() {
            return new Setting(origin, place, verb, present, false, syncs, framed);
        }

        Setting withNobodyPresent() {
            return new Setting(origin, place, verb, false, verified, syncs, framed);
        }

        Setting thatSyncs() {
            return new Setting(origin, place, verb, present, verified, true, framed);
        }

        Setting inAFrameOfAnotherSite() {
            return new Setting(origin, place, verb, present, verified, syncs, true);
        }

        private int flags() {
            return (present ? PRESENT : 0) | (verified ? VERIFIED : 0) | (syncs ? BACKUP_ELIGIBLE : 0);
        }
    }

    /** Makes the passkey; returns the fields that the page posts. */
    Map<String, String> create(String options, Setting setting) {
        byte[] name = id;
        ByteArrayOutputStream credential = new ByteArrayOutputStream();
        credential.writeBytes(new byte[16]);
        credential.writeBytes(
                ByteBuffer.allocate(2).putShort((short) name.length).array());
        credential.writeBytes(name);
        credential.writeBytes(coseKey());
        byte[] data = authenticatorData(setting, setting.flags() | WITH_CREDENTIAL, credential.toByteArray());
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        attestation.write(0xa3);
        attestation.writeBytes(cborText("fmt"));
        attestation.writeBytes(cborText("none"));
        attestation.writeBytes(cborText("attStmt"));
        attestation.write(0xa0);
        attestation.writeBytes(cborText("authData"));
        attestation.writeBytes(cborBytes(data));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("clientDataJSON", text(clientData(options, setting)));
        fields.put("attestationObject", text(attestation.toByteArray()));
        return fields;
    }

    /** Uses the passkey; returns the fields that the page posts. */
    Map<String, String> get(String options, Setting setting) {
        count = count == 0 ? 0 : count + 1;
        byte[] data = authenticatorData(setting, setting.flags(), new byte[0]);
        byte[] client = clientData(options, setting);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", text(id));
        fields.put("clientDataJSON", text(client));
        fields.put("authenticatorData", text(data));
        fields.put("signature", text(sign(data, client)));
        fields.put("userHandle", text(userHandle));
        return fields;
    }

    Map<String, String> get(String options) {
        return get(options, Setting.HONEST);
    }

    static JsonNode read(String options) {
        try {
            return JSON.readTree(options);
        } catch (JsonProcessingException e) {
            throw new AssertionError(options, e);
        }
    }

    private byte[] authenticatorData(Setting setting, int flags, byte[] more) {
        return ByteBuffer.allocate(37 + more.length)
                .put(hash(setting.place().getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt((int) count)
                .put(more)
                .array();
    }

    private static byte[] clientData(String options, Setting setting) {
        return JSON.createObjectNode()
                .put("type", setting.verb())
                .put("challenge", read(options).get("challenge").asText())
                .put("origin", setting.origin())
                .put("crossOrigin", setting.framed())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sign(byte[] data, byte[] client) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(hash(client));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}. */
    private byte[] coseKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        ByteArrayOutputStream cbor = new ByteArrayOutputStream();
        cbor.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        cbor.writeBytes(cborBytes(coordinate(key.getW().getAffineX())));
        cbor.write(0x22);
        cbor.writeBytes(cborBytes(coordinate(key.getW().getAffineY())));
        return cbor.toByteArray();
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
        return fixed;
    }

    private static byte[] cborText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + bytes.length)
                .put((byte) (0x60 | bytes.length))
                .put(bytes)
                .array();
    }

    private static byte[] cborBytes(byte[] bytes) {
        return bytes.length < 256
                ? ByteBuffer.allocate(2 + bytes.length)
                        .put((byte) 0x58)
                        .put((byte) bytes.length)
                        .put(bytes)
                        .array()
                : ByteBuffer.allocate(3 + bytes.length)
                        .put((byte) 0x59)
                        .putShort((short) bytes.length)
                        .put(bytes)
                        .array();
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
