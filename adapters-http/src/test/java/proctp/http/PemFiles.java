package proctp.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate and its key, made for one test by the JDK's own tool, and who trusts it. */
final class PemFiles {

    private static final char[] PASSWORD = "changeit".toCharArray();

    final Path certificate;
    final Path key;
    private final KeyStore store;

    private PemFiles(Path directory, String name, String... options) {
        try {
            Path file = directory.resolve(name + ".p12");
            if (List.of(options).contains("-signer")) {
                keytool(file, "authority", "-keyalg", "EC", "-ext", "bc=ca:true");
            }
            keytool(file, "tls", options);
            store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            certificate = directory.resolve(name + ".crt");
            key = directory.resolve(name + ".key");
            StringBuilder chain = new StringBuilder();
            for (Certificate link : store.getCertificateChain("tls")) {
                chain.append(pem("CERTIFICATE", link.getEncoded()));
            }
            Files.writeString(certificate, chain);
            Files.writeString(key, pem("PRIVATE KEY", store.getKey("tls", PASSWORD).getEncoded()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void keytool(Path file, String alias, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-J-Duser.language=en", "-J-XX:TieredStopAtLevel=1",
                "-genkeypair", "-alias", alias, "-keystore", file.toString(), "-storetype", "PKCS12",
                "-storepass", new String(PASSWORD), "-dname", "CN=" + alias, "-ext", "san=ip:127.0.0.1"));
        command.addAll(List.of(options));
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    /** @param options which key, as the JDK's tool has it; with {@code -signer authority} it does not sign itself */
    static PemFiles made(Path directory, String name, String... options) {
        return new PemFiles(directory, name, options);
    }

    /** A client that trusts this certificate and no other. */
    SSLContext trusting() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("tls", store.getCertificate("tls"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    HttpSettings.Tls settings() {
        return new HttpSettings.Tls(certificate, key);
    }

    private static String pem(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END " + label + "-----\n";
    }
}
