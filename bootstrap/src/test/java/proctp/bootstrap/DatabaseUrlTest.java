package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.Driver;
import proctp.postgres.PostgresSettings.Login;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "postgresql://me:pw@db:5433/office | jdbc:postgresql://db:5433/office | me | pw",
        "postgres://me:pw@db/office | jdbc:postgresql://db/office | me | pw",
        "postgresql://m%40e:p%2F%3A%25+w@db/office | jdbc:postgresql://db/office | m@e | p/:%+w",
        "postgresql://me:p@w:x@db/office | jdbc:postgresql://db/office | me | p@w:x",
        "postgresql://me@[::1]:5433/office | jdbc:postgresql://[::1]:5433/office | me | -",
        "postgresql://me@a:1,b/office?sslmode=require | jdbc:postgresql://a:1,b/office?sslmode=require | me | -",
        "postgresql:///office?user=me&password=p%26w | jdbc:postgresql:///office | me | p&w",
        "postgresql://db/office?application_name=a%20b&connect_timeout=3&channel_binding=require"
                + " | jdbc:postgresql://db/office?ApplicationName=a%20b&connectTimeout=3&channelBinding=require | - | -",
        "jdbc:postgresql://db/office | jdbc:postgresql://db/office | - | -",
        "jdbc:postgresql://db/office?user=me&ssl=true&password=p+w | jdbc:postgresql://db/office?ssl=true | me | p w",
        "jdbc:postgresql://me:pw@db/office | jdbc:postgresql://db/office | me | pw",
    })
    void takes_both_forms_and_moves_user_and_password_out(String text, String jdbcUrl, String user, String password) {
        DatabaseUrl url = DatabaseUrl.parse(text).orElseThrow();
        assertThat(url.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(url.user().orElse(null)).isEqualTo(user);
        assertThat(url.password().orElse(null)).isEqualTo(password);
        assertThat(Driver.parseURL(url.jdbcUrl(), new Properties())).as("what pgjdbc makes of it").isNotNull();
    }

    @Test
    void settings_of_their_own_win_over_what_the_url_says() {
        assertThat(Settings.read("DATABASE_URL", "postgresql://me:pw@db/office", "DATABASE_USER", "you",
                "DATABASE_PASSWORD", "other", "KEY_SECRET", "sixteen letters!").database())
                .contains(new Config.Database("jdbc:postgresql://db/office", new Login("you", "other"), Optional.empty()));
    }
}
