package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStoreException;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The files that an operator gives for TLS, and what is said of those that will not do. */
class PemKeyStoreTest {

    @TempDir
    private static Path directory;
    private static PemFiles good;
    private static PemFiles other;

    @BeforeAll
    static void make() {
        good = PemFiles.made(directory, "good", "-keyalg", "EC", "-groupname", "secp256r1");
        other = PemFiles.made(directory, "other", "-keyalg", "EC", "-groupname", "secp256r1");
    }

    @ParameterizedTest
    @CsvSource({"rsa, RSA", "ec, EC", "ed, Ed25519"})
    void keys_of_the_usual_kinds_are_taken(String name, String algorithm) throws KeyStoreException {
        PemFiles files = PemFiles.made(directory, name, "-keyalg", algorithm);
        assertThat(PemKeyStore.read(files.certificate, files.key).isKeyEntry("proctp")).isTrue();
    }

    @Test
    void a_chain_is_taken_whole_with_what_tools_write_between_its_certificates() throws Exception {
        PemFiles signed = PemFiles.made(directory, "signed", "-keyalg", "EC", "-signer", "authority");
        Path chain = file("chain.crt", "subject=CN = tls\n" + Files.readString(signed.certificate)
                .replace("-----BEGIN", "issuer=-- authority --\n-----BEGIN"));
        assertThat(PemKeyStore.read(chain, signed.key).getCertificateChain("proctp")).hasSize(2);
    }

    @Test
    void certificates_that_do_not_lead_to_each_other_are_refused() throws IOException {
        PemFiles stranger = PemFiles.made(directory, "stranger", "-keyalg", "EC", "-dname", "CN=stranger");
        Path both = file("both.crt", Files.readString(good.certificate) + Files.readString(stranger.certificate));
        refused(both, good.key, "The certificates in " + both + " are no chain. The service's own must come first, and each must "
                + "be signed with the one behind it.");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path missing = directory.resolve("missing.pem");
        refused(missing, good.key, "The file " + missing + " cannot be read. It must be there, and the service's user must be "
                + "allowed to read it.");
        refused(good.certificate, missing, "The file " + missing + " cannot be read. It must be there, and the service's user must be "
                + "allowed to read it.");
    }

    @Test
    void files_in_each_others_place_are_told_apart() {
        refused(good.key, good.key, "There is no certificate in " + good.key
                + ". It must hold the service's certificate as PEM, which begins with -----BEGIN CERTIFICATE-----.");
        refused(good.certificate, good.certificate, "There is no private key in " + good.certificate
                + ". It must hold the certificate's key as PEM, which begins with -----BEGIN PRIVATE KEY-----.");
    }

    @Test
    void a_damaged_certificate_is_named() throws IOException {
        Path damaged = file("damaged.crt", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
        refused(damaged, good.key, "A certificate in " + damaged + " is damaged. Copy the file again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void an_older_form_of_key_is_told_how_to_become_the_newer(String kind) throws IOException {
        Path old = file("old.key", "-----BEGIN " + kind + " PRIVATE KEY-----\nMIIB\n-----END " + kind + " PRIVATE KEY-----\n");
        refused(good.certificate, old, "The private key in " + old + " is written as " + kind
                + " PRIVATE KEY, not as PKCS #8. Convert it: openssl pkcs8 -topk8 -nocrypt -in " + old + " -out key.pem");
    }

    @Test
    void an_older_form_with_a_passphrase_is_told_the_same() throws IOException {
        Path old = file("oldpass.key", "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,AB\n\nMIIB\n"
                + "-----END RSA PRIVATE KEY-----\n");
        refused(good.certificate, old, "The private key in " + old + " is written as RSA PRIVATE KEY, not as PKCS #8. "
                + "Convert it: openssl pkcs8 -topk8 -nocrypt -in " + old + " -out key.pem");
    }

    @Test
    void a_key_with_a_passphrase_is_told_how_to_lose_it() throws IOException {
        Path locked = file("locked.key", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----\n");
        refused(good.certificate, locked, "The private key in " + locked
                + " has a passphrase. Take it off: openssl pkcs8 -topk8 -nocrypt -in " + locked + " -out key.pem");
    }

    @Test
    void a_key_of_another_certificate_is_refused() {
        refused(good.certificate, other.key, "The private key in " + other.key + " does not belong to the certificate in "
                + good.certificate + ". In that file the service's own certificate must come first.");
    }

    @Test
    void a_key_of_another_kind_is_refused() {
        PemFiles rsa = PemFiles.made(directory, "another", "-keyalg", "RSA");
        refused(good.certificate, rsa.key, "The private key in " + rsa.key + " is damaged, or not of the kind EC that the "
                + "certificate in " + good.certificate + " has.");
    }

    @Test
    void a_certificate_out_of_date_is_taken_and_warned_of() throws Exception {
        PemFiles old = PemFiles.made(directory, "expired", "-keyalg", "EC", "-startdate", "-30d", "-validity", "10");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(PemKeyStore.class);
        logger.addAppender(log);
        try {
            assertThat(PemKeyStore.read(old.certificate, old.key).isKeyEntry("proctp")).isTrue();
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).singleElement().asString().contains("clients will not trust it now");
    }

    @Test
    void nothing_of_a_key_is_in_what_is_said_of_it() throws IOException {
        String secret = Base64.getEncoder().encodeToString("a secret that nobody may read".getBytes());
        Path wrong = file("wrong.key", "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----\n");
        refused(good.certificate, wrong, "The private key in " + wrong + " is damaged, or not of the kind EC that the "
                + "certificate in " + good.certificate + " has.");
    }

    private static void refused(Path certificate, Path key, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> PemKeyStore.read(certificate, key)).withMessage(sentence);
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
