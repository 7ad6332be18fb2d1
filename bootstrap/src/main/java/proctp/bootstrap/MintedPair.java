package proctp.bootstrap;

import static java.util.stream.Collectors.joining;

import java.security.SecureRandom;
import proctp.application.KeyDigest;
import proctp.application.KeySecret;

/**
 * A new pair of keys, which nobody has had before.
 *
 * @param developerKey 128 bits of chance
 * @param customerKey  128 bits of chance
 */
record MintedPair(String developerKey, String customerKey) {

    /** Those that nobody takes for another, however they are copied. */
    static final String CHARACTERS = "34679ACDEFGHJKMNPQRTVWXY";

    /** What goes before it on a terminal. */
    static final String INTRODUCTION = "Its client sends this header with every request. It is shown this once and not kept:";

    /** 24 characters have 4.58 bits each. */
    private static final int LENGTH = 28;

    /** Makes one. */
    static MintedPair mint() {
        SecureRandom chance = new SecureRandom();
        return new MintedPair(key(chance), key(chance));
    }

    private static String key(SecureRandom chance) {
        return chance.ints(LENGTH, 0, CHARACTERS.length()).mapToObj(i -> CHARACTERS.substring(i, i + 1)).collect(joining());
    }

    /** What is stored of it. */
    KeyDigest digest(KeySecret secret) {
        return secret.digest(developerKey, customerKey);
    }

    /** What its client sends with every request. */
    String authorization() {
        return "ODFHIR " + developerKey + "/" + customerKey;
    }

    /** The line of a request that its client sends. */
    String header() {
        return "  Authorization: " + authorization();
    }

    /** Puts it behind what else a program is told of the key. */
    JsonMembers addTo(JsonMembers key) {
        return key.add("developerKey", developerKey).add("customerKey", customerKey).add("authorization", authorization());
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "MintedPair";
    }
}
