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

    private final SecretKeySpec secret;

    /** One for each thread, with the secret in it: to look one up and give it the secret takes longer than a digest. */
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

    /** @param secret any text, long and random */
    public KeySecret(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(UTF_8), HMAC);
    }

    /** The digest of a pair: HMAC-SHA-256 over the developer key, a zero byte and the customer key. */
    public KeyDigest digest(String developerKey, String customerKey) {
        Mac mac = macs.get();
        // one that broke off half way has left its half there
        mac.reset();
        mac.update(developerKey.getBytes(UTF_8));
        mac.update((byte) 0);
        return new KeyDigest(HexFormat.of().formatHex(mac.doFinal(customerKey.getBytes(UTF_8))));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + HMAC, impossible);
        }
    }
}
