package proctp.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the service proves itself with over TLS. Its files are watched, and a new pair serves the connections after it. */
final class ServerCertificate extends AbstractLifeCycle implements Runnable {

    private static final long LOOK_MILLISECONDS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(ServerCertificate.class);

    private final HttpSettings.Tls files;
    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private final Scheduler scheduler = new ScheduledExecutorScheduler("certificate", true);
    private List<Object> seen;
    private List<Object> tried;

    /** @throws IllegalArgumentException with a sentence for the operator, when the files do not hold what they should */
    ServerCertificate(HttpSettings.Tls files) {
        this.files = files;
        tried = marks();
        seen = tried;
        take(context);
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        // whose names it has is for the client to judge
        context.setSniRequired(false);
    }

    /** The ways of speaking of a connector: this one, and what is spoken under it. */
    ConnectionFactory[] before(ConnectionFactory spoken) {
        return new ConnectionFactory[] {new SslConnectionFactory(context, spoken.getProtocol()), spoken};
    }

    @Override
    protected void doStart() throws Exception {
        scheduler.start();
        again();
    }

    @Override
    protected void doStop() throws Exception {
        scheduler.stop();
    }

    @Override
    public void run() {
        List<Object> now = marks();
        // two files are not written at one moment: they are read once they have been left alone for a while
        if (now.equals(seen) && !now.equals(tried)) {
            tried = now;
            reload();
        }
        seen = now;
        again();
    }

    private void again() {
        scheduler.schedule(this, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private void reload() {
        try {
            context.reload(ignored -> take(context));
            LOG.info("The TLS certificate was read again");
        } catch (Exception unfit) {
            LOG.error("The TLS certificate has changed, and the one before it stays in use: {}", unfit.getMessage());
        }
    }

    private void take(SslContextFactory.Server taking) {
        taking.setKeyStore(PemKeyStore.read(files.certificate(), files.key()));
        taking.setKeyStorePassword("");
    }

    /** What tells that the files have changed. */
    private List<Object> marks() {
        return List.of(mark(files.certificate()), mark(files.key()));
    }

    private static List<Object> mark(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return List.of(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey()));
        } catch (IOException missing) {
            return List.of();
        }
    }
}
