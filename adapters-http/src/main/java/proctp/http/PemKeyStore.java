package proctp.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A certificate and its key, from the files that authorities and their tools write. Every failure is a sentence for the operator. */
final class PemKeyStore {

    private static final Pattern CERTIFICATE = block("CERTIFICATE");
    private static final Pattern KEY = block("((?:[A-Z]+ )?)PRIVATE KEY");

    private static final Logger LOG = LoggerFactory.getLogger(PemKeyStore.class);

    private PemKeyStore() {
    }

    /**
     * A key store with both in it, and an empty password.
     *
     * @throws IllegalArgumentException when a file cannot be read, or does not hold what it should
     */
    static KeyStore read(Path certificate, Path key) {
        X509Certificate[] chain = chain(certificate);
        KeyStore store = store(chain, certificate, key);
        warnOfDates(certificate, chain[0]);
        return store;
    }

    /** As {@link #read}, for who only wants to hear what is wrong. */
    static void check(Path certificate, Path key) {
        store(chain(certificate), certificate, key);
    }

    private static KeyStore store(X509Certificate[] chain, Path certificate, Path key) {
        PrivateKey secret = key(key, chain[0].getPublicKey(), certificate);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("proctp", secret, new char[0], chain);
            return store;
        } catch (GeneralSecurityException | IOException unfit) {
            throw new IllegalArgumentException("The certificates in " + certificate
                    + " are no chain. The service's own must come first, and each must be signed with the one behind it.", unfit);
        }
    }

    private static X509Certificate[] chain(Path file) {
        List<MatchResult> blocks = CERTIFICATE.matcher(text(file)).results().toList();
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("There is no certificate in " + file
                    + ". It must hold the service's certificate as PEM, which begins with -----BEGIN CERTIFICATE-----.");
        }
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            X509Certificate[] chain = new X509Certificate[blocks.size()];
            for (int i = 0; i < chain.length; i++) {
                chain[i] = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes(blocks.get(i).group(1))));
            }
            return chain;
        } catch (CertificateException | IllegalArgumentException damaged) {
            throw new IllegalArgumentException("A certificate in " + file + " is damaged. Copy the file again.", damaged);
        }
    }

    /** It may be wanted all the same, by an office whose clock is wrong. */
    private static void warnOfDates(Path file, X509Certificate certificate) {
        try {
            certificate.checkValidity();
        } catch (CertificateException outOfDate) {
            LOG.warn("The TLS certificate in {} is valid from {} to {} only: clients will not trust it now", file,
                    certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
        }
    }

    private static PrivateKey key(Path file, PublicKey itsPublicKey, Path certificate) {
        Matcher block = KEY.matcher(text(file));
        if (!block.find()) {
            throw new IllegalArgumentException("There is no private key in " + file
                    + ". It must hold the certificate's key as PEM, which begins with -----BEGIN PRIVATE KEY-----.");
        }
        if (block.group(1).equals("ENCRYPTED ")) {
            throw new IllegalArgumentException("The private key in " + file + " has a passphrase. Take it off: "
                    + conversion(file));
        }
        if (!block.group(1).isEmpty()) {
            throw new IllegalArgumentException("The private key in " + file + " is written as "
                    + block.group(1).strip() + " PRIVATE KEY, not as PKCS #8. Convert it: " + conversion(file));
        }
        PrivateKey key;
        try {
            key = KeyFactory.getInstance(itsPublicKey.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(bytes(block.group(2))));
        } catch (GeneralSecurityException | IllegalArgumentException another) {
            throw new IllegalArgumentException("The private key in " + file + " is damaged, or not of the kind "
                    + itsPublicKey.getAlgorithm() + " that the certificate in " + certificate + " has.", another);
        }
        if (!belong(key, itsPublicKey)) {
            throw new IllegalArgumentException("The private key in " + file + " does not belong to the certificate in "
                    + certificate + ". In that file the service's own certificate must come first.");
        }
        return key;
    }

    /** Whether what the one signs the other verifies. */
    private static boolean belong(PrivateKey key, PublicKey publicKey) {
        try {
            Signature signature = Signature.getInstance(switch (publicKey.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> publicKey.getAlgorithm();
            });
            byte[] anything = publicKey.getEncoded();
            signature.initSign(key);
            signature.update(anything);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(anything);
            return signature.verify(signed);
        } catch (GeneralSecurityException unequal) {
            return false;
        }
    }

    private static String conversion(Path file) {
        return "openssl pkcs8 -topk8 -nocrypt -in " + file + " -out key.pem";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The file " + file + " cannot be read. It must be there, and the service's user must "
                    + "be allowed to read it.", unreadable);
        }
    }

    private static byte[] bytes(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }

    private static Pattern block(String label) {
        return Pattern.compile("-----BEGIN " + label + "-----(.+?)-----END ", Pattern.DOTALL);
    }
}
