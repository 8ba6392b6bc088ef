package plumbline.conformance.checks.secrecy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What servers are made of, as it shows in errors: frames of stack traces, statements and messages of databases, and paths of
 * files. That something went wrong, and on which line of the request, may be said; so nothing here is found by a word alone.
 *
 * <p>In front of each pattern stand the marks, in lower case, of which a text that fits has at least one: most texts have
 * none, and looking for them takes a hundredth of the time.
 */
final class Internals {
    /** Names of exceptions that belong to a platform or a widespread library, never to the words of an API. */
    private static final String CLASSES = """
        exception|error|violation => \
        \\b(?:javax?|jakarta|kotlin|scala|groovy|sun|com\\.sun|com\\.fasterxml|com\\.mysql|com\\.mongodb\
        |com\\.zaxxer|oracle\\.jdbc|org\\.(?:springframework|hibernate|apache|postgresql|h2|eclipse|jboss|jooq)\
        |io\\.(?:netty|vertx|quarkus|micronaut))\\.[\\w.$]{1,200}(?:Exception|Error|Violation)\\b
        exception => \\b(?:System|Microsoft|Npgsql|MySql)\\.(?:\\w{1,60}\\.){0,8}\\w{1,80}Exception\\b
        :: => \\b(?:ActiveRecord|ActionController|ActionView|ActiveModel|PG|Mysql2|SQLite3)::[A-Z]\\w{2,80}\\b
        error|exception|doesnotexist|violation => \
        \\b(?:sqlalchemy|psycopg2?|pymysql|asyncpg|django\\.(?:db|core)|werkzeug)(?:\\.\\w{1,60}){1,6}(?:Error\
        |Exception|DoesNotExist|Violation)\\b
        """;

    private static final String FRAMES = """
        # Java, Kotlin, Scala and Groovy.
        .java|.kt|.scala|.groovy|native method|unknown source => \
        \\bat (?:[\\w.@-]{1,80}/{1,2}[\\w.@-]{0,80}/?)?[\\w$.<>]{3,200}\\((?:[\\w$-]{1,100}\\.(?:java|kt|kts\
        |scala|groovy)(?::[0-9]+)?|Native Method|Unknown Source)\\)
        through reference chain => \\(through reference chain: [\\w.$]{1,200}
        # .NET.
        :line  => \\bat [\\w.<>`+\\[\\],]{1,200}\\([^)\\n]{0,200}\\) in [^\\n]{1,300}:line [0-9]+
        at  => (?m)^[ \\t]{2,8}at (?:[\\w<>`+]{1,80}\\.){2,12}[\\w<>`+|.]{1,80}\\(\
        (?:[A-Z][\\w<>`.\\[\\],&]{1,80} \\w{1,40}(?:, )?){0,12}\\)\\s*$
        stack trace => --- End of (?:inner exception )?stack trace
        # JavaScript.
        js:|ts:|sx: => \\bat (?:[^\\n(]{1,200}\\()?(?:file:///?|webpack(?:-internal)?:/{2,3}|/\
        |[A-Za-z]:\\\\)[^)\\n]{1,200}\\.[cm]?[jt]sx?:[0-9]+:[0-9]+
        (node: => \\bat [^\\n(]{1,200}\\(node:[\\w/:.-]{1,100}:[0-9]+:[0-9]+\\)
        # Python.
        traceback => Traceback \\(most recent call last\\)
        ", line  => \\bFile \\\\?"[^"\\n]{1,200}\\\\?", line [0-9]+
        # Go, Rust, Elixir.
        goroutine  => \\bgoroutine [0-9]+ \\[[\\w ,]{2,60}]
        runtime error => \
        \\bpanic: runtime error\\b|\\bruntime error: (?:invalid memory address|index out of range|slice bounds)
        .go: => [\\w/.-]{1,200}\\.go:[0-9]+(?: \\+0x[0-9a-f]+\\b|: )
        panicked at  => \\bpanicked at [^\\n]{1,200}\\.rs:[0-9]+
        ) lib/ => \\([\\w ]{1,60}[0-9.]+\\) lib/[\\w/.-]{1,200}\\.exs?:[0-9]+
        # Ruby.
        .rb:|.erb: => \\.(?:rb|erb):[0-9]+:in ['`]
        undefined  => \\bundefined (?:local variable or )?method ['`][^'`]{1,80}' for (?:nil|an instance of|#<)
        # PHP.
        .php( => #[0-9]{1,3} (?:[A-Za-z]:\\\\|/)[^\\n(]{1,200}\\.php\\([0-9]+\\)
        {main}|[internal function] => #[0-9]{1,3} (?:\\{main}|\\[internal function])
        .php => \\.php(?:</b>)?(?:\\(|:| on line (?:<b>)?)[0-9]+
        php  => \\bPHP (?:Fatal error|Warning|Notice|Parse error):
        """;

    private static final String DATABASES = """
        sqlstate|sql state => (?i)\\bSQL ?STATE[:=]? ?\\[?[0-9A-Z]{5}\\b
        ora- => \\bORA-[0-9]{5}\\b
        sql syntax => You have an error in your SQL syntax
        syntax error => \\bsyntax error at or near "|\\bnear "[^"\\n]{1,60}": syntax error
        does not exist => \\b(?:relation|column) "[^"\\n]{1,80}" (?:of relation "[^"\\n]{1,80}" )?does not exist\\b
        violates  => \\bviolates (?:unique|foreign key|check|not-null|exclusion) constraint\\b
        constraint failed|sqlite_ => \\b(?:UNIQUE|FOREIGN KEY|NOT NULL|CHECK) constraint failed\\b|\\bSQLITE_[A-Z]{4,}\\b
        no such  => \\bno such (?:table|column): [\\w.]{1,80}
        duplicate entry  => \\bDuplicate entry '[^'\\n]{0,200}' for key '
        doesn't exist|unknown column => \\bTable '[\\w.$-]{1,100}' doesn't exist\\b|\\bUnknown column '[^'\\n]{1,80}' in '
        incorrect syntax near|unclosed quotation mark => \
        \\bIncorrect syntax near\\b|\\bUnclosed quotation mark after the character string\\b
        violation of |cannot insert duplicate key => \\bViolation of (?:PRIMARY|UNIQUE|FOREIGN) KEY constraint\\b\
        |\\bCannot insert duplicate key (?:row )?in object\\b
        e11000|mongo => \\bE11000 duplicate key error\\b|\\bMongo(?:Server|Network|Bulk\\w{0,10})Error\\b
        could not e => \\bcould not (?:execute (?:statement|query|batch)|extract ResultSet)\\b
        select |delete from  => \\bSELECT [^\\n;]{1,400}? FROM [\\w."`\\[]{1,100}|\\bDELETE FROM [\\w."`\\[]{1,100}
        update  => \\bUPDATE [\\w."`\\[\\]]{1,100} SET [\\w."`\\[\\]]{1,100} ?=
        insert into  => (?i)\\binsert into [\\w."`\\[\\]]{1,100} ?\\([^)\\n]{1,400}\\) values ?\\(
        select  => (?i)\\bselect [^\\n;]{1,400}? from [^\\n;]{1,200}? where [\\w."`]{1,100} ?= ?(?:\\?|\\$[0-9]|:[a-z]|@p)
        jdbc: => \\bjdbc:[a-z0-9]{2,20}:[^\\s"']{2,}
        :// => \\b(?:postgres(?:ql)?|mysql|mongodb(?:\\+srv)?|rediss?|amqps?)://[^\\s"']{2,}
        econnrefused|dial  => \\bECONNREFUSED [0-9a-f.:]{3,50}|\\bdial (?:tcp|udp|unix) [^\\s]{2,100}
        """;

    private static final String PATHS = """
        /var/|/usr/|/srv/|/opt/|/home/|/root/|/etc/|/tmp/|/mnt/|/app/|/data/|/private/|/users/|/workspace/\
        |/build/|/builds/|/code/|/lib/|/proc/ => \
        (?<![\\w:/.%-])/(?:var|usr|srv|opt|home|root|etc|tmp|mnt|app|data|private|Users|workspace|builds?|code\
        |lib|proc)/(?:[\\w.@+-]{1,100}/){0,20}[\\w.@+-]{1,100}\\.(?:java|class|jar|war|kt|scala|groovy|cs|dll\
        |cshtml|[cm]?js|tsx?|pyc?|go|rb|erb|php|sql|db|sqlite3?|conf|cfg|ini|ya?ml|json|xml|properties|env|log\
        |so|rs|exs?|dat|pem|key)\\b
        /etc/ => (?<![\\w:/.%-])/etc/(?:passwd|shadow|hosts)\\b
        node_modules|site-packages|dist-packages|vendor/bundle => \
        (?<![\\w:/.%-])(?:/[\\w.@+-]{1,100}){0,20}/(?:node_modules|site-packages|dist-packages\
        |vendor/bundle)/[\\w.@/-]{2,200}
        :\\ => (?<![\\w])[A-Za-z]:\\\\(?:[\\w .()@+-]{1,100}\\\\){1,20}[\\w .()@+-]{1,100}
        enoent|eacces|eisdir|enotdir|eexist => \\bE(?:NOENT|ACCES|ISDIR|NOTDIR|EXIST): [a-z ]{3,60}, \\w{2,20} '
        [errno  => \\[Errno [0-9]{1,3}]
        no such file|permission denied|is a directory => \
        \\b(?:open|stat|lstat|mkdir|unlink|read|remove) /[^\\s:]{1,200}: (?:no such file|permission denied\
        |is a directory)
        """;

    private static final List<Trace> ALL = List.of(CLASSES, FRAMES, DATABASES, PATHS).stream()
            .flatMap(String::lines)
            .filter(line -> !line.startsWith("# "))
            .map(Trace::of)
            .toList();

    private Internals() {}

    /** {@return the first thing in any of these texts that shows what a server is made of, and is told} */
    static Optional<String> in(List<String> texts, Predicate<String> isTold) {
        List<Trace> possible = possible(String.join("\n", texts).toLowerCase(Locale.ROOT));
        return possible.isEmpty()
                ? Optional.empty()
                : texts.stream()
                        .flatMap(text -> in(text, possible, isTold).stream())
                        .findFirst();
    }

    private static Optional<String> in(String text, List<Trace> possible, Predicate<String> isTold) {
        String lower = text.toLowerCase(Locale.ROOT);
        return possible.stream()
                .filter(trace -> trace.hasMarkIn(lower))
                .flatMap(trace -> trace.pattern().matcher(text).results())
                .map(found -> found.group())
                .filter(isTold)
                .findFirst();
    }

    private static List<Trace> possible(String lower) {
        Mark.Pairs pairs = Mark.Pairs.of(lower);
        List<Trace> possible = new ArrayList<>();
        for (Trace trace : ALL) {
            if (trace.mayBeIn(lower, pairs)) {
                possible.add(trace);
            }
        }
        return possible;
    }

    /**
     * Something that shows what a server is made of.
     *
     * @param marks one of them stands in whatever fits, in lower case
     */
    private record Trace(List<Mark> marks, Pattern pattern) {
        static Trace of(String line) {
            int arrow = line.indexOf(" => ");
            return new Trace(
                    Stream.of(line.substring(0, arrow).split("\\|"))
                            .map(Mark::of)
                            .toList(),
                    Pattern.compile(line.substring(arrow + 4)));
        }

        boolean hasMarkIn(String lower) {
            return marks.stream().anyMatch(mark -> lower.contains(mark.text()));
        }

        boolean mayBeIn(String lower, Mark.Pairs pairs) {
            for (Mark mark : marks) {
                if (mark.isIn(lower, pairs)) {
                    return true;
                }
            }
            return false;
        }
    }
}
