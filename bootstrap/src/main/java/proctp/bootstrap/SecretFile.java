package proctp.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A random secret of 256 bits that is made once and then kept.
 *
 * @param file where it is, readable by its owner only
 * @param secret 64 hexadecimal digits
 */
record SecretFile(Path file, String secret) {
    private static final int BYTES = 32;
    private static final Pattern SECRET = Pattern.compile("[0-9a-f]{64}");

    /**
     * Reads the secret, or makes it.
     *
     * @param needed whether something was already made with it, so that a new one would be of no use
     * @throws StartException when it is needed but missing, or is no such secret
     */
    static SecretFile open(Path file, boolean needed) throws IOException {
        if (!Files.exists(file)) {
            if (needed) {
                throw new StartException(("%s is missing, but the database beside it was made with it: put the file"
                        + " back from a backup.").formatted(file));
            }
            PrivateFiles.write(file, newSecret());
        }
        PrivateFiles.close(file);
        String secret = Files.readString(file).strip();
        if (!SECRET.matcher(secret).matches()) {
            throw new StartException(("%s does not hold 64 hexadecimal digits: put the file back from a"
                    + " backup.").formatted(file));
        }
        return new SecretFile(file, secret);
    }

    private static String newSecret() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Everything but the secret. */
    @Override
    public String toString() {
        return "SecretFile[file=" + file + "]";
    }
}
