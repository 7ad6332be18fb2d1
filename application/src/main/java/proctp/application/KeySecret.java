package proctp.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret under which pairs of keys are stored. Whoever has the database but not this cannot tell a key from it, nor
 * try keys against it.
 */
public final class KeySecret {

    private static final String HMAC = "HmacSHA256";

    /** Has the secret in it, and is copied for each pair: to look one up and give it the secret takes longer than a digest. */
    private final Mac mac;

    /** @param secret any text, long and random */
    public KeySecret(String secret) {
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), HMAC));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + HMAC, impossible);
        }
    }

    /** The digest of a pair: HMAC-SHA-256 over the developer key, a zero byte and the customer key. */
    public KeyDigest digest(String developerKey, String customerKey) {
        Mac copy = copy();
        copy.update(developerKey.getBytes(UTF_8));
        copy.update((byte) 0);
        return new KeyDigest(HexFormat.of().formatHex(copy.doFinal(customerKey.getBytes(UTF_8))));
    }

    private Mac copy() {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the platform's own " + HMAC + " can be copied", impossible);
        }
    }
}
