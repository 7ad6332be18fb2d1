package proctp.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import proctp.postgres.PostgresSettings.Login;

/**
 * A real PostgreSQL of our own in a directory: durable, on loopback only, behind a password, and there for exactly one
 * ProcTP at a time.
 */
final class EmbeddedDatabase implements AutoCloseable {
    /** The server's superuser, who owns the tables. */
    private static final String USER = "proctp";
    /** The role that serves; owns nothing. */
    private static final String SERVICE = "proctp_service";
    private static final String DATABASE = "proctp";
    /** initdb and pg_ctl build commands for a shell and put the path into double quotes. */
    private static final Pattern UNQUOTABLE = Pattern.compile(PrivateFiles.POSIX ? "[\"$`\\\\\\p{Cntrl}]" : "[\"%]");

    private final DirectoryLock lock;
    private final Postmaster postmaster;
    private final Path home;
    private final SecretFile password;
    private final SecretFile servicePassword;
    private final SecretFile keySecret;
    private int port;
    private boolean closed;

    private EmbeddedDatabase(DirectoryLock lock, Path home) throws IOException {
        this.lock = lock;
        this.home = home;
        Cluster cluster = new Cluster(home);
        boolean isNew = !cluster.exists();
        if (!isNew) {
            cluster.requireOurVersion();
        }
        keySecret = SecretFile.open(keySecretFile(home), !isNew);
        password = SecretFile.open(passwordFile(home), !isNew);
        servicePassword = servicePassword(home);
        Path binaries = PostgresBinaries.unpack(PostgresBinaries.resource(System.getProperties()), home);
        PostgresCommand command = new PostgresCommand(binaries, home.resolve("postgres-command.log"));
        if (isNew) {
            cluster.create(command, USER, password);
        }
        postmaster = new Postmaster(home, command);
    }

    /**
     * Starts the database of a directory and makes both where they do not exist. A server that a killed ProcTP left
     * running is stopped first.
     *
     * @throws StartException when that is not possible, with a sentence that says why
     */
    static EmbeddedDatabase start(Path dataDirectory) {
        return start(dataDirectory, EmbeddedDatabase::freePort);
    }

    /** As {@link #start(Path)}, on the port that is supplied, or the next one that is supplied when it is taken. */
    static EmbeddedDatabase start(Path dataDirectory, IntSupplier freePort) {
        try {
            Path home = open(dataDirectory);
            DirectoryLock lock = DirectoryLock.take(home);
            try {
                EmbeddedDatabase database = new EmbeddedDatabase(lock, home);
                database.run(freePort);
                return database;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw StartException.unusable(dataDirectory, e);
        } catch (UncheckedIOException e) {
            throw StartException.unusable(dataDirectory, e.getCause());
        }
    }

    private static Path open(Path dataDirectory) throws IOException {
        PrivateFiles.createDirectories(dataDirectory);
        Path home = dataDirectory.toRealPath();
        if (UNQUOTABLE.matcher(home.toString()).find()) {
            throw new StartException(("The data directory %s has a quote, a $, a ` or the like in its path, which"
                    + " PostgreSQL's programs cannot cope with: set PROCTP_DATA_DIR to another directory.")
                    .formatted(home));
        }
        return home;
    }

    private static Path passwordFile(Path home) {
        return home.resolve("database-password");
    }

    /** Where the secret is that the API keys of a data directory are hashed with. */
    static Path keySecretFile(Path home) {
        return home.resolve("key-secret");
    }

    /** It can be made anew at any time, since every start of the server gives it to the role. */
    private static SecretFile servicePassword(Path home) throws IOException {
        return SecretFile.open(home.resolve("service-password"), false);
    }

    private void run(IntSupplier freePort) throws IOException {
        port = postmaster.start(freePort);
        try {
            FirstSession.in(home, address());
        } catch (IOException | RuntimeException e) {
            postmaster.stop();
            throw e;
        }
    }

    /**
     * Completes when the server has ended, for whatever reason.
     *
     * @throws StartException when its process cannot be found out
     */
    CompletableFuture<ProcessHandle> ended() {
        try {
            return postmaster.ended();
        } catch (IOException e) {
            throw StartException.unusable(home, e);
        }
    }

    /**
     * Starts the server again, on the port that it had, unless it was closed.
     *
     * @throws StartException when that is not possible, with a sentence that says why
     */
    synchronized void startAgain() {
        try {
            if (!closed) {
                postmaster.start(() -> port);
            }
        } catch (IOException e) {
            throw StartException.unusable(home, e);
        }
    }

    /** A port on loopback that nobody has at the moment. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the server of a data directory is when another ProcTP runs it, and how to get in. */
    static Config.Database running(Path home, int port) throws IOException {
        return address(port, SecretFile.open(passwordFile(home), true), servicePassword(home));
    }

    private static Config.Database address(int port, SecretFile password, SecretFile servicePassword) {
        return new Config.Database("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
                new Login(SERVICE, servicePassword.secret()), Optional.of(new Login(USER, password.secret())));
    }

    /** Where it is, and how to get in. */
    Config.Database address() {
        return address(port, password, servicePassword);
    }

    /** For pgjdbc, without user and password. */
    String jdbcUrl() {
        return address().jdbcUrl();
    }

    /** The data directory, as {@link Path#toRealPath} says it. */
    Path home() {
        return home;
    }

    /** The port on 127.0.0.1. */
    int port() {
        return port;
    }

    /** Whom to connect as: the server's superuser. */
    String user() {
        return USER;
    }

    /** The password of {@link #user}; the same at every start. */
    String password() {
        return password.secret();
    }

    /** 64 hexadecimal digits to hash API keys with; the same at every start. */
    String keySecret() {
        return keySecret.secret();
    }

    /**
     * Stops the server and then gives the directory back. A second call does nothing.
     *
     * @throws StartException when the server does not stop
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            postmaster.stop();
        } catch (IOException e) {
            throw StartException.unusable(home, e);
        }
    }
}
