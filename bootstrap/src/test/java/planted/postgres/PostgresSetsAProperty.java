package planted.postgres;

/** Changes the JVM for everybody. */
final class PostgresSetsAProperty {

    void quiet() {
        System.setProperty("quiet", "true");
    }
}
