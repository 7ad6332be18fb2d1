package planted.bootstrap;

/** Keeps the rules: knows on what it runs. */
public final class EmbeddedDatabase {

    String system() {
        return System.getProperty("os.name");
    }
}
