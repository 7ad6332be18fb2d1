package planted.bootstrap;

/** A second reader of the environment. */
final class BootstrapReadsTheEnvironment {

    String shell() {
        return System.getenv().get("SHELL");
    }
}
